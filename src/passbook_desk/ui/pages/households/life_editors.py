"""The editors of an act's form, one for each thing that is asked, and their labels."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.households.life.values import RESIDENCES, ActKind, PartyWay, Standing
from passbook_desk.features.households.values import PartyKind, PersonRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.life_acts import Ask, LifeAct
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.life_values import LifeFacts, PlaceChoice
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.relations_box import RelationCombo, RelationsBox, short_name

_INDENT = "　　"
_SEXES = (QT_TRANSLATE_NOOP("LifeForm", "男"), QT_TRANSLATE_NOOP("LifeForm", "女"))


def combo(choices: Sequence[tuple[str, object]], hint: str = "") -> QComboBox:
    """A list of words with their values; with a `hint` nothing is chosen at first."""
    box = QComboBox()
    for word, value in choices:
        box.addItem(word, value)
    box.setMaxVisibleItems(14)
    if hint:
        box.setPlaceholderText(hint)
        box.setCurrentIndex(-1)
    return box


def person_choices(people: Sequence[PersonRow]) -> list[tuple[str, object]]:
    """Members with what they are to the head."""
    return [
        (f"{name}（{person.relation_word}）" if person.relation_word else name, person.id)
        for person, name in ((person, short_name(person.name)) for person in people)
    ]


def place_combo(places: Sequence[PlaceChoice], grids_only: bool = False) -> QComboBox:
    """The tree of places, indented."""
    return combo(
        [
            (_INDENT * place.depth + place.name, place.id)
            for place in places
            if place.is_grid or not grids_only
        ],
        QCoreApplication.translate("LifeForm", "请选"),
    )


def household_pick(finder: Finder) -> PickEdit:
    """A field for a household of the village."""
    return PickEdit(
        finder.households,
        QCoreApplication.translate("LifeForm", "户主姓名、首字母、门牌、户编号"),
        QCoreApplication.translate("LifeForm", "没有找到这一户"),
    )


class Editors:
    """Makes the editors of an act. `made` holds them by what they ask."""

    def __init__(self, act: LifeAct, facts: LifeFacts, finder: Finder, clock: Clock) -> None:
        self._act, self._facts, self._finder, self._clock = act, facts, finder, clock
        self.made: dict[Ask, QWidget] = {ask: self._make(ask) for ask in act.asks}

    def _make(self, ask: Ask) -> QWidget:
        people = self._facts.card.people if self._facts.card is not None else ()
        pick = QCoreApplication.translate("LifeForm", "请选")
        match ask:
            case Ask.PERSON:
                heads = self._act.kind is not ActKind.HEAD_CHANGED
                return combo(
                    person_choices([person for person in people if heads or not person.is_head]), pick
                )
            case Ask.NEW_HEAD:
                return combo((), pick)
            case Ask.RELATIONS:
                return RelationsBox()
            case Ask.RELATION:
                tenant = self._act.kind is ActKind.TENANT_IN
                return RelationCombo("99" if tenant else "")
            case Ask.COMER:
                return PickEdit(
                    self._finder.people,
                    QCoreApplication.translate("LifeForm", "姓名、首字母、电话尾号"),
                    QCoreApplication.translate("LifeForm", "没有找到这个人"),
                )
            case Ask.TO:
                return household_pick(self._finder)
            case Ask.PLACE:
                return place_combo(self._facts.places, grids_only=self._act.kind is ActKind.HOUSEHOLD_ADDED)
            case Ask.BORN | Ask.ON:
                return LenientDateEdit(self._clock, self._clock.today() if ask is Ask.ON else None)
            case Ask.CODE:
                return CodeEdit(6)
            case Ask.TAG:
                box = QComboBox()
                box.setEditable(True)
                box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
                return box
            case _:
                choices = _choices(ask, self._facts)
                return QLineEdit() if choices is None else _fitted(combo(choices, _open_hint(ask, pick)))


def _fitted(box: QComboBox) -> QComboBox:
    box.setMinimumWidth(han_width(box, 8))
    return box


def _open_hint(ask: Ask, pick: str) -> str:
    return pick if ask in (Ask.SEX, Ask.RESIDENCE, Ask.WAY, Ask.ACCOUNT) else ""


def _choices(ask: Ask, facts: LifeFacts) -> list[tuple[str, object]] | None:
    """The words of a list that is the same for everybody; None for a line to type into."""
    match ask:
        case Ask.SOURCE:
            return [
                (QCoreApplication.translate("LifeForm", "从村外来，册里没有"), False),
                (QCoreApplication.translate("LifeForm", "册里的人"), True),
            ]
        case Ask.SEX:
            return [(translate("LifeForm", word), word) for word in _SEXES]
        case Ask.RESIDENCE:
            return [(kind, kind) for kind in RESIDENCES]
        case Ask.TAG_ON:
            return [
                (QCoreApplication.translate("LifeForm", "加上"), True),
                (QCoreApplication.translate("LifeForm", "去掉"), False),
            ]
        case Ask.WAY:
            return way_choices(None)
        case Ask.PARTY:
            return [
                (QCoreApplication.translate("LifeForm", "正式党员"), PartyKind.FULL),
                (QCoreApplication.translate("LifeForm", "预备党员"), PartyKind.PROBATIONARY),
            ]
        case Ask.STANDING:
            return [
                (QCoreApplication.translate("LifeForm", "在村党员"), Standing.REGULAR),
                (QCoreApplication.translate("LifeForm", "流动党员"), Standing.MIGRANT),
                (QCoreApplication.translate("LifeForm", "报到党员"), Standing.REPORTING),
            ]
        case Ask.SCORED:
            return [
                (QCoreApplication.translate("LifeForm", "计分"), True),
                (QCoreApplication.translate("LifeForm", "不计分"), False),
            ]
        case Ask.ACCOUNT:
            said = QCoreApplication.translate("LifeForm", "{number}　可用 {points} 分")
            return [
                (said.format(number=row.number, points=row.figures.spendable), row.account_id)
                for row in facts.frozen
            ]
        case _:
            return None


def way_choices(party: PartyKind | None) -> list[tuple[str, object]]:
    """How a party status can change, for somebody of this status (None: no member)."""
    if party is None:
        return [
            (QCoreApplication.translate("LifeForm", "入党（预备）"), PartyWay.JOINED),
            (QCoreApplication.translate("LifeForm", "组织关系转入"), PartyWay.TRANSFERRED_IN),
        ]
    ways: list[tuple[str, object]] = [
        (QCoreApplication.translate("LifeForm", "流动或报到变更"), PartyWay.STANDING),
        (QCoreApplication.translate("LifeForm", "组织关系转出"), PartyWay.TRANSFERRED_OUT),
        (QCoreApplication.translate("LifeForm", "不再是党员"), PartyWay.ENDED),
    ]
    if party is PartyKind.PROBATIONARY:
        ways.insert(0, (QCoreApplication.translate("LifeForm", "转正"), PartyWay.CONFIRMED))
    return ways


def help_of(ask: Ask, kind: ActKind) -> str:
    """What stands below a field in quiet type."""
    if kind is ActKind.PERSON_EDITED and ask in (Ask.ID_NUMBER, Ask.PHONE):
        return QCoreApplication.translate("LifeForm", "不改就留空；没有了写“无”。")
    return ""


def label_of(ask: Ask, kind: ActKind) -> str:
    """What stands before a field."""
    special = _SPECIAL.get((ask, kind))
    words = _LABELS[ask] if special is None else special
    return translate("LifeForm", words)


_LABELS = {
    Ask.PERSON: QT_TRANSLATE_NOOP("LifeForm", "谁"),
    Ask.SOURCE: QT_TRANSLATE_NOOP("LifeForm", "来处"),
    Ask.COMER: QT_TRANSLATE_NOOP("LifeForm", "来人"),
    Ask.NAME: QT_TRANSLATE_NOOP("LifeForm", "姓名"),
    Ask.SEX: QT_TRANSLATE_NOOP("LifeForm", "性别"),
    Ask.BORN: QT_TRANSLATE_NOOP("LifeForm", "出生日期"),
    Ask.ID_NUMBER: QT_TRANSLATE_NOOP("LifeForm", "身份证号"),
    Ask.PHONE: QT_TRANSLATE_NOOP("LifeForm", "电话"),
    Ask.RELATION: QT_TRANSLATE_NOOP("LifeForm", "与户主关系"),
    Ask.RESIDENCE: QT_TRANSLATE_NOOP("LifeForm", "居住状态"),
    Ask.NEW_HEAD: QT_TRANSLATE_NOOP("LifeForm", "新户主"),
    Ask.RELATIONS: QT_TRANSLATE_NOOP("LifeForm", "各人关系"),
    Ask.TO: QT_TRANSLATE_NOOP("LifeForm", "哪一户"),
    Ask.PLACE: QT_TRANSLATE_NOOP("LifeForm", "网格或楼栋"),
    Ask.CODE: QT_TRANSLATE_NOOP("LifeForm", "户编号"),
    Ask.HOUSE: QT_TRANSLATE_NOOP("LifeForm", "门牌"),
    Ask.ADDRESS: QT_TRANSLATE_NOOP("LifeForm", "住址"),
    Ask.ETHNIC: QT_TRANSLATE_NOOP("LifeForm", "民族"),
    Ask.EDUCATION: QT_TRANSLATE_NOOP("LifeForm", "文化程度"),
    Ask.REMARK: QT_TRANSLATE_NOOP("LifeForm", "备注"),
    Ask.TAG: QT_TRANSLATE_NOOP("LifeForm", "类别"),
    Ask.TAG_ON: QT_TRANSLATE_NOOP("LifeForm", "加或去"),
    Ask.WAY: QT_TRANSLATE_NOOP("LifeForm", "变更"),
    Ask.PARTY: QT_TRANSLATE_NOOP("LifeForm", "党员身份"),
    Ask.STANDING: QT_TRANSLATE_NOOP("LifeForm", "流动或报到"),
    Ask.SCORED: QT_TRANSLATE_NOOP("LifeForm", "是否计分"),
    Ask.ACCOUNT: QT_TRANSLATE_NOOP("LifeForm", "哪本存折"),
    Ask.ON: QT_TRANSLATE_NOOP("LifeForm", "日期"),
    Ask.REASON: QT_TRANSLATE_NOOP("LifeForm", "原因"),
}
_SPECIAL = {
    (Ask.ON, ActKind.BIRTH): QT_TRANSLATE_NOOP("LifeForm", "出生日期"),
    (Ask.ON, ActKind.DEATH): QT_TRANSLATE_NOOP("LifeForm", "去世日期"),
    (Ask.PERSON, ActKind.HEAD_CHANGED): QT_TRANSLATE_NOOP("LifeForm", "新户主"),
    (Ask.NAME, ActKind.HOUSEHOLD_ADDED): QT_TRANSLATE_NOOP("LifeForm", "户主姓名"),
    (Ask.PLACE, ActKind.HOUSEHOLD_ADDED): QT_TRANSLATE_NOOP("LifeForm", "网格"),
    (Ask.TO, ActKind.POINTS_RELEASED): QT_TRANSLATE_NOOP("LifeForm", "转给哪户"),
    (Ask.RELATION, ActKind.PERSON_MOVED): QT_TRANSLATE_NOOP("LifeForm", "与那户户主"),
}
