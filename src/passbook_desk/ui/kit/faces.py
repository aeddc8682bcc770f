"""A page with several faces: the buttons beside the title turn to another."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.page_frame import PageFrame

Face = TypeVar("Face", bound=StrEnum)


class FacesPage(PageFrame, Generic[Face]):
    """The deriving page ends its constructor with `lay_out`, which shows the first face."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._faces: tuple[Face, ...] = ()
        self._toggles, self._stack = QButtonGroup(self), QStackedWidget()

    @abstractmethod
    def acts_of(self) -> Mapping[Face, Sequence[Action]]:
        """What can be done on each face."""

    @property
    def face(self) -> Face:
        """What is shown now."""
        return self._faces[self._stack.currentIndex()]

    def lay_out(self, faces: Mapping[Face, tuple[str, QWidget]]) -> None:
        """Each face with its word and what it shows."""
        self._faces = tuple(faces)
        self.beside_title.addSpacing(16)
        for number, (face, (word, shown)) in enumerate(faces.items()):
            button = ToggleButton(word)
            button.setObjectName(f"face.{face.value}")
            self._toggles.addButton(button, number)
            self.beside_title.addWidget(button)
            self._stack.addWidget(shown)
        self.beside_title.addStretch(1)
        self._toggles.idClicked.connect(lambda number: self.show_face(self._faces[number]))
        self.body.addWidget(self._stack, 1)
        self.show_face(self._faces[0])

    def show_face(self, face: Face) -> None:
        """Turn to a face; what was said on another is over."""
        self.message.clear()
        number = self._faces.index(face)
        self._toggles.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self.set_actions(self.acts_of()[face])
