from passbook_desk.kernel.errors import UserError


class ReportEndsBeforeItBegins(UserError):
    """The last day of a report lies before its first. Parameters: field, first, last."""

    code = "events.report-ends-early"
