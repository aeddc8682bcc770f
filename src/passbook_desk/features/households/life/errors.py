from passbook_desk.kernel.errors import UserError


class ActInFuture(UserError):
    """An act cannot lie in the future. Params: `field`, `day`, `today`."""

    code = "life.in-future"


class BeforeLastChange(UserError):
    """Something that the act would end began, or ended, only later. Params: `field`, `day`."""

    code = "life.before-last-change"


class HouseholdAbsent(UserError):
    """The household has moved out, was merged or de-registered. Params: `code`, `since`."""

    code = "life.household-absent"


class HouseholdPresent(UserError):
    """Only a household that has moved out can return. Params: `code`."""

    code = "life.household-present"


class UnknownPerson(UserError):
    """There is nobody with this id. Params: `text`."""

    code = "life.unknown-person"


class NotAMember(UserError):
    """The person does not belong to the household on that day. Params: `name`."""

    code = "life.not-a-member"


class AlreadyAMember(UserError):
    """The person belongs to this household already. Params: `name`."""

    code = "life.already-a-member"


class HasNoHome(UserError):
    """The person belongs to no household now. Params: `name`."""

    code = "life.has-no-home"


class HasHome(UserError):
    """The person belongs to a household already. Params: `name`, `code`."""

    code = "life.has-home"


class PersonDied(UserError):
    """The person has died. Params: `name`."""

    code = "life.person-died"


class HeadNeeded(UserError):
    """Others stay behind: one of them must become the head. Params: `field`, `name`."""

    code = "life.head-needed"


class AlreadyHead(UserError):
    """This person heads the household already. Params: `name`."""

    code = "life.already-head"


class NameMissing(UserError):
    """A person needs a name. Params: `field`."""

    code = "life.name-missing"


class WrongHouseholdCode(UserError):
    """A household code is the grid's two digits and three or four more. Params: `field`, `text`, `grid`."""

    code = "life.wrong-household-code"


class HouseholdCodeTaken(UserError):
    """A code once given is never given again. Params: `field`, `text`."""

    code = "life.household-code-taken"


class NothingChanged(UserError):
    """The act changes nothing. No params."""

    code = "life.nothing-changed"


class WrongResidence(UserError):
    """Not a kind of residence that the program knows. Params: `field`, `text`."""

    code = "life.wrong-residence"


class WrongIdNumber(UserError):
    """No ID number has this form, or its last character does not fit. Params: `field`, `text` (masked)."""

    code = "life.wrong-id-number"


class OtherAct(UserError):
    """Another act was written under this identity. No params."""

    code = "life.other-act"


class UnknownPlace(UserError):
    """There is no such place. Params: `text`."""

    code = "places.unknown"


class PlaceCodeTaken(UserError):
    """Another place of this kind has the code. Params: `field`, `text`."""

    code = "places.code-taken"


class PlaceNameMissing(UserError):
    """A place needs a name. Params: `field`."""

    code = "places.name-missing"


class WrongParent(UserError):
    """A place of this kind cannot stand there in the tree. Params: `name`."""

    code = "places.wrong-parent"


class PlaceInUse(UserError):
    """Households live or lived there: the place cannot go to another grid. Params: `name`."""

    code = "places.in-use"


class WrongGridCode(UserError):
    """A grid's code has two digits. Params: `field`, `text`."""

    code = "places.wrong-grid-code"


class LinkThere(UserError):
    """This person looks after this household already. Params: `name`, `code`."""

    code = "links.there"


class UnknownLink(UserError):
    """There is no such link, or it has ended. Params: `text`."""

    code = "links.unknown"


class NotPartyMember(UserError):
    """党员联系户 links a party member. Params: `name`."""

    code = "links.not-party-member"
