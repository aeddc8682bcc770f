"""The page of the village's rules as a clerk works on it: what is typed, chosen, ticked, kept."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import (
    VillagePolicy,
)
from passbook_desk.features.village.queries import policy
from passbook_desk.ui.pages.settings.editors import Choice, Paragraphs, Tick, WordsChoice
from passbook_desk.ui.pages.settings.group import RuleEditor, RuleGroup
from passbook_desk.ui.pages.settings.page import RulesPage
from passbook_desk.ui.pages.settings.rhythm_groups import NoticeGroup, RhythmGroup
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types


class Bench:
    """The page on a village that has decided nothing yet."""

    def __init__(self, qtbot: QtBot, village: Village, fontbook: FontBook) -> None:
        self.village, self.announced = village, Announced()
        self.desk = VillageDesk(village)
        self.went: list[Route] = []
        self.tools = Tools(
            desk=self.desk,
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=Answers(),
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )
        self.page = RulesPage(self.tools)
        qtbot.addWidget(self.page)
        self.page.resize(1190, 640)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.enter({})

    def decided(self) -> VillagePolicy:
        with self.village.read() as scope:
            return policy(scope)

    def decide(self, **wanted: Any) -> None:
        with self.village.write() as tx:
            change_policy(tx, replace(policy(tx), **wanted))

    def group(self, name: str) -> RuleGroup:
        return next(group for group in self.page.groups if name in group.names)

    def editor(self, name: str) -> RuleEditor:
        return self.group(name).editor(name)

    def type_into(self, name: str, text: str) -> None:
        editor = self.editor(name)
        line = editor.lineEdit() if isinstance(editor, WordsChoice) else editor
        assert isinstance(line, QLineEdit)
        line.selectAll()
        types(line, text)

    def write(self, name: str, text: str) -> None:
        editor = self.editor(name)
        assert isinstance(editor, Paragraphs)
        editor.setPlainText(text)

    def prefer(self, place: str) -> None:
        """Choose a published rhythm, as a press on it does."""
        chooser = self.rhythm.preset
        chooser.setCurrentIndex(chooser.findText(place))
        chooser.activated.emit(chooser.currentIndex())

    @property
    def rhythm(self) -> RhythmGroup:
        group = self.group("post_every")
        assert isinstance(group, RhythmGroup)
        return group

    @property
    def notice(self) -> NoticeGroup:
        group = self.group("count_when_posted")
        assert isinstance(group, NoticeGroup)
        return group

    def tick(self, name: str) -> None:
        editor = self.editor(name)
        assert isinstance(editor, Tick)
        editor.click()

    def choose(self, name: str, words: str) -> None:
        editor = self.editor(name)
        assert isinstance(editor, Choice)
        assert editor.findText(words) >= 0, [editor.itemText(each) for each in range(editor.count())]
        editor.setCurrentIndex(editor.findText(words))

    def save(self) -> None:
        self.page.findChild(QPushButton, "policy.save").click()  # type: ignore[union-attr]


def in_sight(bench: Bench, widget: QWidget) -> bool:
    view = bench.page.sheet.viewport()
    top = widget.mapTo(view, widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= view.height()
