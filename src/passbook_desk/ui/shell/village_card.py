"""The village's facts as a form."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from passbook_desk.features.village.values import ChangeVillage, VillageRow, WallNames
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.fields import CodeEdit, CountEdit, PointsEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.ports import Announcer
from passbook_desk.ui.shell.services import SettingsService

_NAMES: Final = (WallNames.STARRED, WallNames.FULL, WallNames.CODE)


class VillageCard(Card):
    """Shows and saves what the village decides about itself; the area code is shown only."""

    def __init__(
        self, service: SettingsService, jobs: Jobs, announcer: Announcer, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("村务"))
        self._service, self._jobs, self._announcer = service, jobs, announcer
        self.name, self.township, self.issuer = QLineEdit(), QLineEdit(), QLineEdit()
        self.places = QLineEdit()
        self.code = QLabel()
        self.phone = CodeEdit(width=8)
        self.year, self.days = CountEdit(), CountEdit(digits=2)
        self.names = QComboBox()
        self.names.addItems([self.tr("姓名打星 王*国"), self.tr("写全名"), self.tr("只写户编号")])
        self.household_base, self.member_base = PointsEdit(), PointsEdit()
        self.form = FormPanel(self._fields(), self.tr("保存"), scrolling=False)
        self.form.save_button.setObjectName("village.save")
        self.form.submitted.connect(self._save)
        self.body.addWidget(self.form)

    def load(self) -> None:
        """Show the facts as they are stored."""
        self._jobs.desk(self._service.village, self._show)

    def _fields(self) -> list[Field]:
        points, base = self.tr("分"), self.tr("能不能兑换、多久给一次，在“积分规矩”里定")
        return [
            Field("name", self.tr("村或社区名"), self.name, required=True),
            Field("township", self.tr("乡镇或街道"), self.township, required=True),
            Field("code", self.tr("区划代码"), self.code),
            Field("year", self.tr("年度"), self.year, unit=self.tr("年"), required=True),
            Field("issuer", self.tr("公示落款"), self.issuer, self.tr("印在存折和公示上")),
            Field(
                "objection_phone", self.tr("监督电话"), self.phone, self.tr("印在公示上，村民有异议打这个")
            ),
            Field("objection_days", self.tr("公示天数"), self.days, unit=self.tr("天"), required=True),
            Field("wall_places", self.tr("张贴地点"), self.places),
            Field("wall_names", self.tr("上墙姓名"), self.names),
            Field(
                "household_base",
                self.tr("每户基础分"),
                self.household_base,
                base,
                points,
                check=self.household_base.value,
            ),
            Field(
                "member_base",
                self.tr("党员基础分"),
                self.member_base,
                base,
                points,
                check=self.member_base.value,
            ),
        ]

    def _show(self, village: VillageRow) -> None:
        self.form.clear_problems()
        self.name.setText(village.name)
        self.township.setText(village.township)
        self.code.setText(village.code)
        self.year.set_value(village.year)
        self.issuer.setText(village.issuer)
        self.phone.setText(village.objection_phone)
        self.days.set_value(village.objection_days)
        self.places.setText(village.wall_places)
        self.names.setCurrentIndex(_NAMES.index(village.wall_names))
        self.household_base.set_value(village.household_base)
        self.member_base.set_value(village.member_base)

    def _save(self) -> None:
        change = ChangeVillage(
            name=self.name.text(),
            township=self.township.text(),
            year=self.year.value() or 0,
            issuer=self.issuer.text(),
            objection_phone=self.phone.code(),
            objection_days=self.days.value() or 0,
            wall_places=self.places.text(),
            wall_names=_NAMES[self.names.currentIndex()],
            household_base=self.household_base.value() or ZERO,
            member_base=self.member_base.value() or ZERO,
        )
        self.form.set_busy(True)
        self._jobs.desk(lambda: self._service.change_village(change), self._saved, self.form.show_problem)

    def _saved(self, _: None) -> None:
        self.form.set_busy(False)
        self._announcer.done(self.tr("村务已保存。"))
