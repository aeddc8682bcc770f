from passbook_desk.kernel.errors import UserError


class StepNotAllowed(UserError):
    """An event in this state has no such step. Parameters: field, kind, state, number."""

    code = "events.step-not-allowed"


class StepInFuture(UserError):
    """A step is recorded when it is done, not before. Parameters: field, day, today."""

    code = "events.step-in-future"


class StepTooOld(UserError):
    """A step lies more than a year before the report. Parameters: field, day, reported_on."""

    code = "events.step-too-old"


class ReferenceMissing(UserError):
    """A decision needs the number of its minutes, a filing the township's number. Parameters: field, kind."""

    code = "events.reference-missing"


class WordsMissing(UserError):
    """This step needs words: an opinion, or the reason. Parameters: field, kind."""

    code = "events.words-missing"


class WhoMissing(UserError):
    """A visit needs to say who went. Parameters: field, kind."""

    code = "events.who-missing"


class NothingChanged(UserError):
    """A change needs new days or new figures. Parameters: field."""

    code = "events.nothing-changed"


class NotHeldYet(UserError):
    """The day of a check lies before the first day of the event. Parameters: field, day, first."""

    code = "events.not-held-yet"


class WordsForUnapproved(UserError):
    """A check of an event that nobody approved says why it was held all the same. Parameters: field."""

    code = "events.words-for-unapproved"


class OutcomeDoesNotFit(UserError):
    """A check is within, persuaded or over; a second look settled or open. Parameters: field, kind."""

    code = "events.outcome-does-not-fit"


class SecondLookDoesNotFit(UserError):
    """A second look follows an event that was not within, on the step's day or later. Parameters: field."""

    code = "events.second-look-does-not-fit"


class WrongGuests(UserError):
    """The number of guests is not possible. Parameters: field, guests, most."""

    code = "events.wrong-guests"


class StepTakesNoFigures(UserError):
    """This step brings no figures. Parameters: field, kind."""

    code = "events.step-takes-no-figures"


class StepTakesNoDays(UserError):
    """Only a change brings other days. Parameters: field, kind."""

    code = "events.step-takes-no-days"


class StepTakesNoOther(UserError):
    """Joining needs the other event, no other step has one. Parameters: field, kind."""

    code = "events.step-takes-no-other"


class NotOneFeast(UserError):
    """Only feasts of one kind and household, or hosted jointly, count as one. Parameters: field, number."""

    code = "events.not-one-feast"


class EndsBeforeItBegins(UserError):
    """The last day of an event lies before its first one. Parameters: field, since."""

    code = "events.ends-before-it-begins"


class OtherNotOpen(UserError):
    """The event to join is over, or itself joined into another. Parameters: field, number."""

    code = "events.other-not-open"


class HasParts(UserError):
    """Others are joined into this event; they come first. Parameters: field, number, parts."""

    code = "events.has-parts"


class AlreadyProposed(UserError):
    """The points proposed for this event wait or count already. Parameters: field, number, reference."""

    code = "events.already-proposed"


class NothingProposed(UserError):
    """No points were chosen. Parameters: field."""

    code = "events.nothing-proposed"


class TooManyDays(UserError):
    """An event has at most `most` days and venues. Parameters: field, most."""

    code = "events.too-many-days"
