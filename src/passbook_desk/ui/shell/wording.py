"""Backups and roles said in words."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from passbook_desk.features.safekeeping.values import Facts, Manifest

_ROLES: Final = {
    "recorder": QT_TRANSLATE_NOOP("Wording", "记录员"),
    "reviewer": QT_TRANSLATE_NOOP("Wording", "审核员"),
    "supervisor": QT_TRANSLATE_NOOP("Wording", "监督员"),
    "viewer": QT_TRANSLATE_NOOP("Wording", "查看"),
}


def role_words(roles: Iterable[str]) -> str:
    """记录员、审核员 in the order of the work; the values of Role."""
    held = frozenset(roles)
    return "、".join(
        QCoreApplication.translate("Wording", word) for role, word in _ROLES.items() if role in held
    )


def facts_in_words(facts: "Facts") -> str:
    """486 户 1203 人 结余 12345 分, and the number of the last line."""
    words = QCoreApplication.translate(
        "Wording", "{households} 户 {residents} 人，结余 {points} 分，流水到第 {seq} 行"
    )
    return words.format(
        households=facts.households, residents=facts.residents, points=facts.points_sum, seq=facts.line_seq
    )


def moment_in_words(made_at: str) -> str:
    """An ISO moment as 2026.6.3 09:12 in local time; the text itself when it is none."""
    try:
        moment = datetime.fromisoformat(made_at).astimezone()
    except ValueError:
        return made_at
    return f"{moment.year}.{moment.month}.{moment.day} {moment:%H:%M}"


def backup_in_words(manifest: "Manifest") -> str:
    """Village, moment and counts of a backup in one sentence."""
    words = QCoreApplication.translate("Wording", "{village}，{moment} 的备份：{facts}。")
    return words.format(
        village=manifest.facts.village_name,
        moment=moment_in_words(manifest.made_at),
        facts=facts_in_words(manifest.facts),
    )


def difference_in_words(backup: "Facts", now: "Facts") -> str:
    """What restoring would cost or bring, told by the number of lines."""
    missing = now.line_seq - backup.line_seq
    if missing > 0:
        words = QCoreApplication.translate("Wording", "恢复后会少 {count} 行流水，要重新录入。")
        return words.format(count=missing)
    if missing < 0:
        words = QCoreApplication.translate("Wording", "备份比现在多 {count} 行流水。")
        return words.format(count=-missing)
    return QCoreApplication.translate("Wording", "备份和现在的流水一样多。")
