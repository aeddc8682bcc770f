from passbook_desk.kernel.errors import UserError


class BodyNameMissing(UserError):
    """A body needs a name. Parameters: field."""

    code = "bodies.name-missing"


class FoundedInFuture(UserError):
    """A body cannot have been founded after today. Parameters: field, day, today."""

    code = "bodies.founded-in-future"


class CharterEmpty(UserError):
    """A charter needs its text, or the name of the file that holds it. Parameters: field."""

    code = "bodies.charter-empty"


class WordsTooLong(UserError):
    """A charter or a pledge holds at most `most` characters. Parameters: field, most."""

    code = "bodies.words-too-long"


class MemberMissing(UserError):
    """Neither a person nor a name was given. Parameters: field."""

    code = "bodies.member-missing"


class DutyMissing(UserError):
    """A member needs a duty. Parameters: field."""

    code = "bodies.duty-missing"


class FactTooLong(UserError):
    """A name, duty or standing holds at most `most` characters. Parameters: field, most."""

    code = "bodies.fact-too-long"


class UnknownPerson(UserError):
    """The person is not in the roster. Parameters: field, text."""

    code = "bodies.unknown-person"


class Namesakes(UserError):
    """Several residents have this name. Parameters: field, name, codes."""

    code = "bodies.namesakes"


class TermThere(UserError):
    """This member has the same duty at that time already. Parameters: field, name, duty, since."""

    code = "bodies.term-there"


class TermEndsBeforeItBegins(UserError):
    """The last day lies before the first. Parameters: field, since."""

    code = "bodies.term-ends-before-it-begins"


class TermEndedAlready(UserError):
    """The term ends on that day or earlier as it is. Parameters: field, name, on."""

    code = "bodies.term-ended-already"


class UnknownTerm(UserError):
    """There is no such term. Parameters: field, text."""

    code = "bodies.unknown-term"


class PledgeEmpty(UserError):
    """A pledge needs words. Parameters: field."""

    code = "pledges.empty"


class SameWords(UserError):
    """These are the words in use already. Parameters: field, number."""

    code = "pledges.same-words"


class DecidedInFuture(UserError):
    """The village cannot have decided after today. Parameters: field, day, today."""

    code = "pledges.decided-in-future"


class SignerMissing(UserError):
    """Nobody was named who signed. Parameters: field."""

    code = "pledges.signer-missing"


class SignedInFuture(UserError):
    """Nobody can have signed after today. Parameters: field, day, today."""

    code = "pledges.signed-in-future"


class SignedAlready(UserError):
    """This signer has a pledge for that already. Parameters: field, name, on, number."""

    code = "pledges.signed-already"


class UnknownPledge(UserError):
    """There is no such pledge. Parameters: field, text."""

    code = "pledges.unknown"


class PledgeStruckAlready(UserError):
    """The pledge was struck out before. Parameters: field, number."""

    code = "pledges.struck-already"


class ReasonMissing(UserError):
    """A pledge is struck out with a reason. Parameters: field."""

    code = "pledges.reason-missing"
