"""Forms of the page of places: a place, and who holds a role there."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from passbook_desk.features.households.places import PlaceNode
from passbook_desk.features.households.roles import BUILDING_LEADER, GRID_WORKER, ROLES
from passbook_desk.features.households.rules import GRID
from passbook_desk.kernel.clock import Clock
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CodeEdit
from passbook_desk.ui.kit.form import Field, FormDialog, FormPanel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.households.life_presenter import Finder
from passbook_desk.ui.pages.households.life_values import known_number, phone_said
from passbook_desk.ui.pages.households.pick_edit import PickEdit
from passbook_desk.ui.pages.households.places_presenter import PlacesPresenter
from passbook_desk.ui.pages.households.places_values import (
    PLACE_WORDS,
    PlaceDraft,
    PlacesFound,
    RoleDraft,
    kinds_below,
)


class PlaceForm(FormDialog):
    """A new place below `above` (None: the village), or `known` with another name or another place above."""

    def __init__(
        self,
        presenter: PlacesPresenter,
        found: PlacesFound,
        above: PlaceNode | None,
        known: PlaceNode | None,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._above, self._known, self._saved = presenter, above, known, saved
        self.name, self.code = QLineEdit(), CodeEdit(0, 8)
        self.kind, self.parent_place = QComboBox(), QComboBox()
        fields = [Field("name", QCoreApplication.translate("PlaceForm", "名称"), self.name, required=True)]
        if known is None:
            for kind in kinds_below(None if above is None else above.kind):
                self.kind.addItem(translate("Places", PLACE_WORDS[kind]), kind)
            help_words = QCoreApplication.translate("PlaceForm", "留空就接着往下编。")
            fields.insert(0, Field("kind", QCoreApplication.translate("PlaceForm", "是什么"), self.kind))
            fields.append(
                Field("code", QCoreApplication.translate("PlaceForm", "编码"), self.code, help=help_words)
            )
        else:
            self.name.setText(known.name)
            for one in found.parents_for(known):
                self.parent_place.addItem(one.name, one.id)
            self.parent_place.setCurrentIndex(self.parent_place.findData(known.parent_id))
            if known.kind != GRID:
                fields.append(
                    Field("parent", QCoreApplication.translate("PlaceForm", "属于"), self.parent_place)
                )
        self.panel = FormPanel(fields, QCoreApplication.translate("PlaceForm", "保存"))
        super().__init__(_title(above, known), self.panel, parent)
        self.panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        if self._known is None:
            above = None if self._above is None else self._above.id
            draft = PlaceDraft(None, str(self.kind.currentData()), self.name.text(), above, self.code.code())
        else:
            parent_id = self.parent_place.currentData()
            moved = isinstance(parent_id, int) and parent_id != self._known.parent_id
            draft = PlaceDraft(
                self._known.id, self._known.kind, self.name.text(), parent_id if moved else None
            )
        self._presenter.save(draft, self._done, self.panel.show_problem)

    def _done(self) -> None:
        self.accept()
        self._saved()


class RoleForm(FormDialog):
    """Who holds a role for a place from a day on: a resident who is found, or a name."""

    def __init__(
        self,
        presenter: PlacesPresenter,
        finder: Finder,
        clock: Clock,
        place: PlaceNode,
        saved: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._presenter, self._place, self._saved, self._clock = presenter, place, saved, clock
        self.role = QComboBox()
        self.role.setEditable(True)
        self.role.addItems(list(ROLES))
        self.role.setCurrentText(GRID_WORKER if place.kind == GRID else BUILDING_LEADER)
        self.person = PickEdit(
            finder.people,
            QCoreApplication.translate("RoleForm", "居民姓名、首字母"),
            QCoreApplication.translate("RoleForm", "没有找到这个人"),
        )
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.day = LenientDateEdit(clock, clock.today())
        fields = [
            Field("role", QCoreApplication.translate("RoleForm", "职务"), self.role, required=True),
            Field("person", QCoreApplication.translate("RoleForm", "居民"), self.person),
            Field(
                "name", QCoreApplication.translate("RoleForm", "或姓名"), self.name,
                help=QCoreApplication.translate("RoleForm", "册里没有这个人时，只写姓名。"),
            ),
            Field(
                "phone", QCoreApplication.translate("RoleForm", "电话"), self.phone,
                help=QCoreApplication.translate("RoleForm", "和册里一样就留空。"),
                check=lambda: phone_said(self.phone.text()),
            ),
            Field(
                "on", QCoreApplication.translate("RoleForm", "从哪天起"), self.day,
                required=True, check=self.day.day,
            ),
        ]  # fmt: skip
        self.panel = FormPanel(fields, QCoreApplication.translate("RoleForm", "保存"))
        title = QCoreApplication.translate("RoleForm", "{place}　由谁负责").format(place=place.name)
        super().__init__(title, self.panel, parent)
        self.panel.submitted.connect(self._submit)

    def _submit(self) -> None:
        self.panel.set_busy(True)
        pick = self.person.pick()
        draft = RoleDraft(
            self.role.currentText(),
            self._place.id,
            None if pick is None else pick.id,
            self.name.text(),
            known_number(phone_said(self.phone.text())),
            self.day.day() or self._clock.today(),
        )
        self._presenter.give(draft, self._done, self.panel.show_problem)

    def _done(self) -> None:
        self.accept()
        self._saved()


def _title(above: PlaceNode | None, known: PlaceNode | None) -> str:
    if known is not None:
        return QCoreApplication.translate("PlaceForm", "改名或移动　{name}").format(name=known.name)
    if above is None:
        return QCoreApplication.translate("PlaceForm", "新网格")
    return QCoreApplication.translate("PlaceForm", "{name}下面加一处").format(name=above.name)
