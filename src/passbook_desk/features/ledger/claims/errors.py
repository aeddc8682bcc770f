from passbook_desk.kernel.errors import FaultFound, UserError


class UnknownClaim(UserError):
    """There is no claim with this number. Parameters: claim."""

    code = "claims.unknown"


class NoClaimChosen(UserError):
    """Nothing was chosen to decide."""

    code = "claims.none-chosen"


class ClaimElsewhere(UserError):
    """The claim does not wait at this step. Parameters: claim, stage."""

    code = "claims.elsewhere"


class ClaimEnded(UserError):
    """The claim has had its last step. Parameters: claim, stage."""

    code = "claims.ended"


class WrongStep(UserError):
    """There is nothing to pass at this step: a notice passes by its days alone. Parameters: step."""

    code = "claims.wrong-step"


class RejectionReasonMissing(UserError):
    """Whoever rejects or withdraws says why. Parameters: field."""

    code = "claims.reason-missing"


class SameOperator(UserError):
    """The operator recorded the claim or took another step of it. Parameters: claim, operator."""

    code = "claims.same-operator"


class OwnHousehold(UserError):
    """Nobody decides for the own household. Parameters: claim, operator."""

    code = "claims.own-household"


class NotTheRecorder(UserError):
    """Only who recorded a claim withdraws it. Parameters: claim, recorder."""

    code = "claims.not-the-recorder"


class UnknownSheet(UserError):
    """No sheet with this number was printed. Parameters: number, field."""

    code = "claims.unknown-sheet"


class NotOnSheet(UserError):
    """The claim does not stand on the signed sheet. Parameters: claim, number, field."""

    code = "claims.not-on-sheet"


class ClaimAccountClosed(UserError):
    """The account was closed since. Parameters: number."""

    code = "claims.account-closed"


class ClaimsNeedSteps(UserError):
    """The village enters deeds at once; claims of grid workers need a review."""

    code = "claims.need-steps"


class SameGroupWithOtherClaims(UserError):
    """A group with this identity was opened before, with other claims."""

    code = "claims.same-group-other-claims"


class NeedsSheet(UserError):
    """One clerk alone goes on with the number of a signed sheet only. Parameters: claim, field."""

    code = "claims.needs-sheet"


class ClaimBroken(FaultFound):
    """A claim does not stand where its steps led it, or its texts were changed. Parameters: claim."""

    code = "claims.broken"
