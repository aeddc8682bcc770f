from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.features.intake.values import BatchSummary, KeepReason, KeptRow, UndoResult
from passbook_desk.features.passbooks.books.values import Doubts
from passbook_desk.features.safekeeping.errors import NotABackup
from passbook_desk.features.safekeeping.values import Facts, Manifest
from passbook_desk.features.village.errors import WrongObjectionDays
from passbook_desk.features.village.values import ChangeVillage, VillageRow, WallNames
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.settings import MachineSettings
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.services import RestoreChoice
from passbook_desk.ui.shell.settings_page import SettingsPage
from ui.surroundings import HeardAnnouncer, JobsAtOnce, ScriptedDialogs, types

MOMENT = datetime(2026, 6, 2, 9, 12, tzinfo=UTC)
FACTS = Facts("槐园社区", "110105001001", "uid", 400, "hash", "HEAD", 486, 1203, 500, "12345")
MANIFEST = Manifest(FACTS, MOMENT.isoformat(), "0.1.0", 1, "0001", "sum", False)


VILLAGE = VillageRow(
    id=1,
    uid="uid",
    name="槐园社区",
    code="110105001001",
    township="东风街道",
    year=2026,
    issuer="积分管理小组",
    objection_phone="010-1",
    objection_days=7,
    wall_places="公开栏",
    wall_names=WallNames.STARRED,
    household_base=ZERO,
    member_base=ZERO,
)


def _batch(number: int, undone: bool = False) -> BatchSummary:
    file = f"花名册_{number}.xlsx"
    return BatchSummary(
        number, f"uid{number}", number, "roster", file, "sum", MOMENT, "刘文书", 1203, 3, undone, None
    )


@dataclass
class Service:
    """A village in memory."""

    row: VillageRow = VILLAGE
    changes: list[ChangeVillage] = field(default_factory=list)
    trouble: list[Exception] = field(default_factory=list)
    backups: list[Path] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    doubts: Doubts = field(default_factory=lambda: Doubts(0, ()))
    imports: tuple[BatchSummary, ...] = (_batch(2), _batch(1, undone=True))
    kept: tuple[KeptRow, ...] = ()
    done: UndoResult | None = None

    def village(self) -> VillageRow:
        return self.row

    def change_village(self, change: ChangeVillage) -> None:
        if self.trouble:
            raise self.trouble.pop()
        self.changes.append(change)

    def last_backup(self) -> datetime | None:
        return MOMENT if self.backups else None

    def back_up(self, target: Path) -> Path:
        self.backups.append(target)
        return target

    def compare(self, backup: Path) -> RestoreChoice:
        if self.trouble:
            raise self.trouble.pop()
        return RestoreChoice(MANIFEST, replace(FACTS, line_seq=403))

    def restore(self, backup: Path) -> Doubts:
        self.restored.append(backup)
        return self.doubts

    def batches(self) -> tuple[BatchSummary, ...]:
        return self.imports

    def undo_batch(self, number: int) -> UndoResult:
        self.imports = tuple(replace(b, undone=b.undone or b.number == number) for b in self.imports)
        return self.done or UndoResult(number, 1203, 3, self.kept)


@dataclass
class Machine:
    """Settings of a computer in memory."""

    settings: MachineSettings = field(default_factory=MachineSettings)

    def load(self) -> MachineSettings:
        return self.settings

    def keep(self, settings: MachineSettings) -> None:
        self.settings = settings


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    service: Service,
    machine: Machine,
    jobs_at_once: JobsAtOnce,
    dialogs: ScriptedDialogs,
    announcer: HeardAnnouncer,
) -> SettingsPage:
    links = [Action("settings.catalogue", "积分细则", lambda: announcer.said.append("积分细则"))]
    made = SettingsPage(theme, service, machine, jobs_at_once, dialogs, announcer, links)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    made.enter({})
    return made


def test_the_villages_facts_are_shown_and_saved(
    page: SettingsPage, service: Service, announcer: HeardAnnouncer
) -> None:
    village = page.village
    assert village.code.text() == "110105001001"
    village.days.clear()
    types(village.days, "１０")
    types(village.member_base, "5")
    village.names.setCurrentIndex(2)
    village.form.submit()
    change = service.changes[0]
    assert (change.name, change.objection_days, change.wall_names) == ("槐园社区", 10, WallNames.CODE)
    assert change.household_base == ZERO
    assert announcer.said == ["村务已保存。"]


def test_base_points_are_saved_exactly(page: SettingsPage, service: Service) -> None:
    page.village.household_base.clear()
    types(page.village.household_base, "100.5")
    page.village.form.submit()
    assert service.changes[0].household_base == Points(10050)


def test_refused_facts_are_named_beside_their_field(page: SettingsPage, service: Service) -> None:
    service.trouble = [WrongObjectionDays(field="objection_days")]
    page.village.form.submit()
    assert page.village.form.problem_of("objection_days")
    page.village.form.submit()
    assert len(service.changes) == 1


def test_a_backup_is_made_where_the_clerk_says(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, announcer: HeardAnnouncer, tmp_path: Path
) -> None:
    dialogs.answers = [None, tmp_path / "槐园.pbd"]
    page.backups.make.click()
    assert service.backups == []
    page.backups.make.click()
    assert service.backups == [tmp_path / "槐园.pbd"]
    assert announcer.said == ["已备份到 槐园.pbd，核对无误。"]


def test_a_restore_is_possible_only_after_its_difference_was_seen(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    assert not page.backups.bring_back.isEnabled()
    dialogs.answers = [tmp_path / "a.pbd", False, True]
    page.backups.choose.click()
    words = " ".join(label.text() for label in page.backups.findChildren(QLabel))
    assert "486 户 1203 人" in words
    assert "会少 3 行" in words
    page.backups.bring_back.click()
    assert service.restored == []
    page.backups.bring_back.click()
    assert service.restored == [tmp_path / "a.pbd"]
    assert not page.backups.bring_back.isEnabled()


def test_a_restore_says_which_paper_may_know_more_than_the_file(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    service.doubts = Doubts(3, ("20100033023",))
    dialogs.answers = [tmp_path / "a.pbd", True]
    page.backups.choose.click()
    page.backups.bring_back.click()
    assert page.backups.message.words == (
        "3 本存折可能已经多几行，在打印中心先看折再登。\n备份以后发的存折要按旧折接手：20100033023。"
    )


def test_a_file_that_is_no_backup_leaves_restore_closed(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.answers = [tmp_path / "a.pbd", tmp_path / "x.pbd"]
    page.backups.choose.click()
    service.trouble = [NotABackup(path=tmp_path / "x.pbd")]
    page.backups.choose.click()
    assert "x.pbd" in page.backups.message.words
    assert not page.backups.bring_back.isEnabled()


def test_an_import_is_undone_once_after_a_question(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, announcer: HeardAnnouncer
) -> None:
    imports = page.imports
    assert not imports.undo.isEnabled()
    imports.table.select(lambda batch: batch.number == 2)
    service.kept = (KeptRow("person", "uid", "王建国", KeepReason.IN_USE),)
    dialogs.answers = [True]
    imports.undo.click()
    assert "花名册_2.xlsx" in dialogs.asked[0]
    assert announcer.said == ["已撤销：去掉 1203 条，改回 3 条。"]
    assert "王建国" in imports.message.words
    assert not imports.undo.isEnabled()


def test_a_register_of_events_that_is_taken_back_is_told_as_withdrawn(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, announcer: HeardAnnouncer
) -> None:
    service.done = UndoResult(2, 0, 0, (), withdrawn=18)
    page.imports.table.select(lambda batch: batch.number == 2)
    dialogs.answers = [True]
    page.imports.undo.click()
    assert announcer.said == ["已撤销：撤回红白事 18 件，报备记录还在。"]


def test_goods_of_an_import_taken_back_are_off_the_counter(
    page: SettingsPage, service: Service, dialogs: ScriptedDialogs, announcer: HeardAnnouncer
) -> None:
    service.done = UndoResult(2, 0, 0, (), retired=28)
    page.imports.table.select(lambda batch: batch.number == 2)
    dialogs.answers = [True]
    page.imports.undo.click()
    assert announcer.said == ["已撤销：28 样物品下架，期初库存收回。"]


def test_an_import_that_is_undone_already_cannot_be_undone_again(page: SettingsPage) -> None:
    page.imports.table.select(lambda batch: batch.number == 1)
    assert not page.imports.undo.isEnabled()


def test_language_is_kept_for_the_next_start(page: SettingsPage, machine: Machine) -> None:
    combo = next(c for c in page.findChildren(QComboBox) if c.itemText(1) == "English")
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert machine.settings.language == "en"
    assert page.message.words == "语言在下次打开程序时换过来。"


def test_links_lead_to_the_rules(page: SettingsPage, announcer: HeardAnnouncer, qtbot: QtBot) -> None:
    button = page.act_button("settings.catalogue")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert announcer.said == ["积分细则"]
    assert len(page.help_steps()) == 3


def test_who_only_looks_may_check_the_books_and_change_nothing(page: SettingsPage) -> None:
    page.allow(lambda action: allowed(action, {Act.READ, Act.VERIFY}))
    shown = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert "核对账目" in shown
    assert not shown & {"现在备份", "选备份文件…", "恢复", "撤销本次导入", "保存  Ctrl+Enter"}
    page.allow(lambda action: allowed(action, set(Act)))
    assert page.backups.make.isVisible()
    assert page.village.form.save_button.isVisible()
