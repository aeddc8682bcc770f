from passbook_desk.kernel.errors import UserError


class VillageNameMissing(UserError):
    """A village needs a name. Parameters: field."""

    code = "village.name-missing"


class WrongVillageCode(UserError):
    """The area code has twelve digits (domain §7). Parameters: field, text."""

    code = "village.wrong-code"


class WrongYear(UserError):
    """A year between 2000 and 2100. Parameters: field, text."""

    code = "village.wrong-year"


class WrongObjectionDays(UserError):
    """Notices hang at least one day and at most ninety. Parameters: field."""

    code = "village.wrong-objection-days"


class MeetingInFuture(UserError):
    """A meeting that has not been held has decided nothing. Parameters: field, day, today."""

    code = "village.meeting-in-future"


class EffectiveBeforeMeeting(UserError):
    """A version cannot be in force before its meeting. Parameters: field, day, meeting."""

    code = "village.effective-before-meeting"


class EffectiveBeforeEarlier(UserError):
    """A version cannot begin before an earlier one. Parameters: field, day, other_day, number."""

    code = "village.effective-before-earlier"


class SettingOutOfRange(UserError):
    """A number that nobody can work with. Parameters: field (the setting's name), text, least, most."""

    code = "village.setting-out-of-range"


class SettingNegative(UserError):
    """Points that cannot be less than zero. Parameters: field (the setting's name), text."""

    code = "village.setting-negative"


class GridSizesCrossed(UserError):
    """A grid's fewest households are more than its most. Parameters: field, least, most."""

    code = "village.grid-sizes-crossed"


class BandsNotRising(UserError):
    """More points give more stars, each number of points once. Parameters: field (the setting's name)."""

    code = "village.bands-not-rising"


class TooManyStars(UserError):
    """A band gives one to ten stars. Parameters: field (the setting's name), stars, most."""

    code = "village.too-many-stars"


class WrongSetting(UserError):
    """A kept setting cannot be read. Parameters: field (the setting's name), text."""

    code = "village.wrong-setting"
