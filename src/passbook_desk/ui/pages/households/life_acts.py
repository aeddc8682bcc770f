"""What can be done with a household: the acts in the order a clerk looks for them, and what each asks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from passbook_desk.features.households.life.values import ActKind
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP


class Ask(StrEnum):
    """Fields of the forms; the values are those by which refusals name a field."""

    PERSON = "person"
    SOURCE = "source"
    COMER = "comer"
    NAME = "name"
    SEX = "sex"
    BORN = "born_on"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    RELATION = "relation"
    RESIDENCE = "residence"
    NEW_HEAD = "new_head"
    RELATIONS = "relations"
    TO = "to"
    PLACE = "place"
    CODE = "code"
    HOUSE = "house_number"
    ADDRESS = "address"
    ETHNIC = "ethnic_group"
    EDUCATION = "education"
    REMARK = "remark"
    TAG = "tag"
    TAG_ON = "tag_on"
    WAY = "way"
    PARTY = "party"
    STANDING = "standing"
    SCORED = "scored"
    ACCOUNT = "account"
    ON = "on"
    REASON = "reason"


class When(StrEnum):
    """In which state of the household an act is offered."""

    PRESENT = "present"
    MOVED_OUT = "moved_out"
    FROZEN = "frozen"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class LifeAct:
    """One act: its words (context LifeActs), its group, what its form asks, when it is offered.

    `asks` is empty for an act with a page of its own, named by `page`.
    """

    kind: ActKind
    title: str
    group: str
    hint: str
    asks: tuple[Ask, ...]
    page: str = ""
    when: When = When.PRESENT
    reasoned: bool = False


CONTEXT: Final = "LifeActs"
_IN = QT_TRANSLATE_NOOP("LifeActs", "加人")
_OUT = QT_TRANSLATE_NOOP("LifeActs", "走人")
_FACTS = QT_TRANSLATE_NOOP("LifeActs", "改资料")
_WHOLE = QT_TRANSLATE_NOOP("LifeActs", "整户")
_END: Final = (Ask.ON, Ask.REASON)
_STRANGER: Final = (Ask.NAME, Ask.SEX, Ask.BORN, Ask.ID_NUMBER, Ask.PHONE)
_LEAVING: Final = (Ask.PERSON, Ask.NEW_HEAD, Ask.RELATIONS, *_END)
_NEXT_HEAD = QT_TRANSLATE_NOOP("LifeActs", "走的是户主，要选新户主，各人关系跟着变。")

ACTS: Final = (
    LifeAct(
        ActKind.BIRTH, QT_TRANSLATE_NOOP("LifeActs", "新生"), _IN,
        QT_TRANSLATE_NOOP("LifeActs", "孩子出生，从出生那天起是这一户的人。"),
        (Ask.NAME, Ask.SEX, Ask.RELATION, Ask.ID_NUMBER, *_END),
    ),
    LifeAct(
        ActKind.MARRIED_IN, QT_TRANSLATE_NOOP("LifeActs", "嫁入"), _IN,
        QT_TRANSLATE_NOOP("LifeActs", "从村外嫁来，或从本村另一户嫁来。"),
        (Ask.SOURCE, Ask.COMER, *_STRANGER, Ask.RELATION, Ask.RESIDENCE, Ask.NEW_HEAD, *_END),
    ),
    LifeAct(
        ActKind.PERSON_ADDED, QT_TRANSLATE_NOOP("LifeActs", "迁入或新增"), _IN,
        QT_TRANSLATE_NOOP("LifeActs", "册里没有的人迁来，或补上漏登的人。"),
        (*_STRANGER, Ask.RELATION, Ask.RESIDENCE, *_END),
    ),
    LifeAct(
        ActKind.PERSON_RETURNED, QT_TRANSLATE_NOOP("LifeActs", "本人迁回"), _IN,
        QT_TRANSLATE_NOOP("LifeActs", "以前迁出的人回来，接着用原来的资料。"),
        (Ask.COMER, Ask.RELATION, Ask.RESIDENCE, *_END),
    ),
    LifeAct(
        ActKind.TENANT_IN, QT_TRANSLATE_NOOP("LifeActs", "租住"), _IN,
        QT_TRANSLATE_NOOP("LifeActs", "租客住进来，居住状态记为租住。"),
        (*_STRANGER, Ask.RELATION, *_END),
    ),
    LifeAct(ActKind.DEATH, QT_TRANSLATE_NOOP("LifeActs", "去世"), _OUT, _NEXT_HEAD, _LEAVING),
    LifeAct(ActKind.MARRIED_OUT, QT_TRANSLATE_NOOP("LifeActs", "嫁出村"), _OUT, _NEXT_HEAD, _LEAVING),
    LifeAct(ActKind.PERSON_LEFT, QT_TRANSLATE_NOOP("LifeActs", "迁出村"), _OUT, _NEXT_HEAD, _LEAVING),
    LifeAct(
        ActKind.PERSON_MOVED, QT_TRANSLATE_NOOP("LifeActs", "搬到别的户"), _OUT,
        QT_TRANSLATE_NOOP("LifeActs", "去本村另一户，两户的变更记录都会写上。"),
        (Ask.PERSON, Ask.TO, Ask.RELATION, Ask.NEW_HEAD, *_END),
    ),
    LifeAct(ActKind.TENANT_OUT, QT_TRANSLATE_NOOP("LifeActs", "退租"), _OUT, _NEXT_HEAD, _LEAVING),
    LifeAct(
        ActKind.PERSON_DEREGISTERED, QT_TRANSLATE_NOOP("LifeActs", "注销个人户口"), _OUT, _NEXT_HEAD,
        _LEAVING, reasoned=True,
    ),
    LifeAct(
        ActKind.HEAD_CHANGED, QT_TRANSLATE_NOOP("LifeActs", "换户主"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "下面列出各人与新户主的关系，不对的可以改。存折一并交接。"),
        (Ask.PERSON, Ask.RELATIONS, *_END),
    ),
    LifeAct(
        ActKind.PERSON_EDITED, QT_TRANSLATE_NOOP("LifeActs", "改人员资料"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "只改要改的，其余照旧。"),
        (Ask.PERSON, *_STRANGER, Ask.RELATION, Ask.ETHNIC, Ask.EDUCATION, Ask.REMARK, *_END),
    ),
    LifeAct(
        ActKind.HOUSEHOLD_EDITED, QT_TRANSLATE_NOOP("LifeActs", "改本户资料"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "门牌、住址写错了在这里改；搬家请用“换网格或楼栋”。"),
        (Ask.HOUSE, Ask.ADDRESS, Ask.REMARK, *_END),
    ),
    LifeAct(
        ActKind.RESIDENCE_SET, QT_TRANSLATE_NOOP("LifeActs", "居住状态"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "在册、常住、人户分离、空挂、流出、租住。"),
        (Ask.PERSON, Ask.RESIDENCE, *_END),
    ),
    LifeAct(
        ActKind.PARTY_SET, QT_TRANSLATE_NOOP("LifeActs", "党员身份"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "新党员会开一本红折；流动、报到也在这里登记。"),
        (Ask.PERSON, Ask.WAY, Ask.PARTY, Ask.STANDING, *_END),
    ),
    LifeAct(
        ActKind.TAG_SET, QT_TRANSLATE_NOOP("LifeActs", "人员类别"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "低保、残疾等，只在这里和按“显示”时看得到，不上公示。"),
        (Ask.PERSON, Ask.TAG_ON, Ask.TAG, *_END),
    ),
    LifeAct(
        ActKind.SCORED_SET, QT_TRANSLATE_NOOP("LifeActs", "是否计分"), _FACTS,
        QT_TRANSLATE_NOOP("LifeActs", "不计分以后存折还在，只是不再参加积分。"),
        (Ask.SCORED, *_END), reasoned=True,
    ),
    LifeAct(
        ActKind.HOUSEHOLD_PLACED, QT_TRANSLATE_NOOP("LifeActs", "换网格或楼栋"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "整户搬到别的网格、小区或楼栋，户编号和账号不变。"),
        (Ask.PLACE, *_END),
    ),
    LifeAct(
        ActKind.SPLIT, QT_TRANSLATE_NOOP("LifeActs", "分户"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "几个人分出去另立一户，积分按村里的规矩分。"), (), page="split",
    ),
    LifeAct(
        ActKind.MERGED, QT_TRANSLATE_NOOP("LifeActs", "并户"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "全家并到另一户，本户的存折转过去收起。"), (), page="merge",
    ),
    LifeAct(
        ActKind.HOUSEHOLD_LEFT, QT_TRANSLATE_NOOP("LifeActs", "整户迁出"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "全家离村，从那天起不再计分；以后可以迁回，记录和积分都留着。"), _END,
    ),
    LifeAct(
        ActKind.DEREGISTERED, QT_TRANSLATE_NOOP("LifeActs", "注销本户"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "这一户不再有了，先说好积分归谁。"), (), page="deregister",
    ),
    LifeAct(
        ActKind.HOUSEHOLD_RETURNED, QT_TRANSLATE_NOOP("LifeActs", "整户迁回"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "全家回村，迁出前计分的接着计分。"), _END, when=When.MOVED_OUT,
    ),
    LifeAct(
        ActKind.POINTS_RELEASED, QT_TRANSLATE_NOOP("LifeActs", "解冻积分"), _WHOLE,
        QT_TRANSLATE_NOOP("LifeActs", "把收起的存折里冻结的积分，转给商量好的那一户。"),
        (Ask.ACCOUNT, Ask.TO, *_END), when=When.FROZEN,
    ),
)  # fmt: skip

FOUNDING: Final = LifeAct(
    ActKind.HOUSEHOLD_ADDED,
    QT_TRANSLATE_NOOP("LifeActs", "新建户"),
    _WHOLE,
    QT_TRANSLATE_NOOP("LifeActs", "先立户主，其他人存好以后再加。户编号留空就接着往下编。"),
    (Ask.PLACE, Ask.CODE, Ask.HOUSE, Ask.ADDRESS, *_STRANGER, Ask.RESIDENCE, Ask.SCORED, *_END),
    when=When.NEVER,
)


def act_of(kind: ActKind) -> LifeAct:
    """The act of a kind that has one."""
    return next(act for act in (*ACTS, FOUNDING) if act.kind is kind)


def offered(household: HouseholdRow, has_frozen: bool) -> tuple[LifeAct, ...]:
    """The acts that can be done with a household as it is now."""
    wanted = set()
    if not household.absence:
        wanted.add(When.PRESENT)
    if household.absence == "moved_out":
        wanted.add(When.MOVED_OUT)
    if has_frozen:
        wanted.add(When.FROZEN)
    return tuple(act for act in ACTS if act.when in wanted)
