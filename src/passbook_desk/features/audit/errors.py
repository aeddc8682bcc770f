from passbook_desk.kernel.errors import FaultFound


class AuditChainBroken(FaultFound):
    """A row of the audit chain is missing or altered. Parameters: seq."""

    code = "audit.chain-broken"


class MasterRowChanged(FaultFound):
    """A household, person or other master row differs from its last audited state. Parameters: table, uid."""

    code = "audit.master-row-changed"


class AuditCutOff(FaultFound):
    """The audit chain was made anew or cut off before a code that had left the file. Parameters: seq."""

    code = "audit.cut-off"
