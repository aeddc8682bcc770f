"""The style sheet: borders, grounds and paddings from the tokens. Text sizes are in points, never pixels.

A control with focus has a 3 px border and less padding, so that nothing moves when it gains it.
"""

from pathlib import Path
from typing import Final, Protocol

from passbook_desk.ui.kit import tokens

_HERE: Final = Path(__file__).resolve().parent


class Sizes(Protocol):
    """What the sheet needs of `theme.Metrics`."""

    @property
    def title(self) -> int: ...
    @property
    def figure(self) -> int: ...
    @property
    def row(self) -> int: ...
    @property
    def button(self) -> int: ...
    @property
    def text(self) -> int: ...


def style_sheet(sizes: Sizes) -> str:
    """The sheet for one set of sizes."""
    words = {name.lower(): value for name, value in vars(tokens).items() if name.isupper()}
    words |= {
        "title_pt": f"{sizes.title}pt",
        "figure_pt": f"{sizes.figure}pt",
        "section_pt": f"{round(sizes.text * 1.2)}pt",
        "inner": f"{sizes.button - 2 - 8}px",
        "row": f"{sizes.row}px",
        "big": f"{sizes.button * 2 + 8}px",
        "sample": "50px",
        "mark": f"{round(sizes.text * 1.5)}px",
        "half_mark": f"{(round(sizes.text * 1.5) + 4) // 2}px",
        "arrow_file": (_HERE / "arrow_down.svg").as_posix(),
        "tick_file": (_HERE / "tick.svg").as_posix(),
    }
    sheet = _SHEET
    for name in sorted(words, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", words[name])
    return sheet


_SHEET = """
QWidget[role="canvas"], QMainWindow, QDialog { background: @canvas; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @title_pt; font-weight: bold; }
QLabel[role="section"] { font-size: @section_pt; font-weight: bold; }
QLabel[role="figure"] { font-size: @figure_pt; font-weight: bold; }
QLabel[role="quiet"] { color: @text_2; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="error"] { color: @error; }
QLabel[role="warn"] { color: @warn; }
QLabel[role="ok"] { color: @ok; }
QFrame[role="card"] { background: @paper; border: 1px solid @hair; border-radius: 8px; }
QFrame[role="rail"] { background: @paper; border: none; border-right: 1px solid @hair; }
QFrame[role="top"] { background: @paper; border: none; border-bottom: 1px solid @hair; }
QFrame[role="status"] { background: @paper; border: none; border-top: 1px solid @hair; }
QFrame[role="toast"] { background: @text; border: none; border-radius: 8px; }
QFrame[role="toast"] QLabel { color: @paper; }
QFrame[bar="ok"] { background: @ok_ground; border: 1px solid @ok; border-radius: 6px; }
QFrame[bar="warn"] { background: @warn_ground; border: 1px solid @warn; border-radius: 6px; }
QFrame[bar="error"] { background: @error_ground; border: 1px solid @error; border-radius: 6px; }
QFrame[bar="note"] { background: @hover; border: 1px solid @accent; border-radius: 6px; }
QFrame[bar="ok"] QLabel { color: @ok; }
QFrame[bar="warn"] QLabel { color: @warn; }
QFrame[bar="error"] QLabel { color: @error; }

QPushButton { background: @paper; color: @text; border: 1px solid @line; border-radius: 6px;
  padding: 4px 15px; min-height: @inner; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selected; }
QPushButton:focus { border: 3px solid @accent; padding: 2px 13px; }
QPushButton:disabled { color: @text_2; background: @canvas; border-color: @hair; }
QPushButton:checked { background: @selected; border: 2px solid @accent; padding: 3px 14px;
  font-weight: bold; }
QPushButton:checked:focus { border: 3px solid @accent; padding: 2px 13px; }
QPushButton[primary="true"] { background: @accent; color: @paper; border-color: @accent; font-weight: bold; }
QPushButton[primary="true"]:hover { background: @accent_dark; }
QPushButton[primary="true"]:focus { border: 3px solid @text; }
QPushButton[primary="true"]:disabled { background: @hair; color: @text_2; border-color: @hair; }
QPushButton[choice="true"] { text-align: left; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @accent;
  padding: 4px 7px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 3px solid @accent; padding: 2px 5px; }
QPushButton[role="big"] { min-height: @big; }
QPushButton[role="sample"] { min-height: @sample; }
QPushButton[role="rail"] { background: transparent; border: none; border-left: 4px solid transparent;
  border-radius: 0; padding: 2px 8px 2px 12px; text-align: left; }
QPushButton[role="rail"]:hover { background: @hover; }
QPushButton[role="rail"]:checked { background: @selected; border-left: 4px solid @accent; font-weight: bold; }
QPushButton[role="rail"]:focus { border: 3px solid @accent; padding: 0 6px 0 10px; }
QPushButton[role="toast"] { background: transparent; color: @paper; border: 1px solid @paper; }
QPushButton[role="toast"]:hover { background: @text_2; }
QPushButton[role="toast"]:focus { border: 3px solid @paper; }

QLineEdit, QComboBox, QPlainTextEdit { background: @paper; color: @text; border: 1px solid @line;
  border-radius: 6px; padding: 4px 9px; min-height: @inner; selection-background-color: @accent;
  selection-color: @paper; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 3px solid @accent; padding: 2px 7px; }
QLineEdit:disabled, QComboBox:disabled { color: @text_2; background: @canvas; }
QLineEdit:read-only { background: @canvas; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border: 2px solid @error; padding: 3px 8px; background: @error_ground; }
QLineEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus { border: 3px solid @error; padding: 2px 7px; }
QLineEdit { placeholder-text-color: @text_2; }
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus { border: 3px solid @accent; border-radius: 0;
  padding: 0 4px; min-height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 32px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(@arrow_file); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @line; padding: 2px; outline: none; }
QComboBox QAbstractItemView::item { min-height: @row; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 3px solid transparent; border-radius: 6px;
  min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { border: 3px solid @accent; }
QCheckBox::indicator, QRadioButton::indicator { width: @mark; height: @mark; background: @paper;
  border: 2px solid @line; border-radius: 5px; }
QRadioButton::indicator { border-radius: @half_mark; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@tick_file); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(@tick_file); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @canvas; }

QTableView, QListView, QTreeView { background: @paper; alternate-background-color: @stripe;
  border: 1px solid @hair; border-radius: 6px; padding: 2px; gridline-color: @hair;
  selection-background-color: @selected; selection-color: @text; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 3px solid @accent; padding: 0; }
QTableView::item, QListView::item, QTreeView::item { padding: 0 8px; border: none; }
QListView::item, QTreeView::item { min-height: @row; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
  background: @selected; color: @text; }
QHeaderView { background: @canvas; border: none; }
QHeaderView::section { background: @canvas; color: @text; border: none; border-bottom: 1px solid @line;
  padding: 4px 8px; font-weight: bold; min-height: 26px; }
QProgressBar { border: 1px solid @line; border-radius: 6px; background: @paper; text-align: center;
  min-height: 24px; }
QProgressBar::chunk { background: @selected; border-radius: 5px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[role="plain"] { background: transparent; }
QToolTip { background: @paper; color: @text; border: 1px solid @line; padding: 4px; }
"""
