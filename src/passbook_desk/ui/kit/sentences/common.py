"""Sentences for dates and numbers, the village file, printing and written files."""

from collections.abc import Mapping
from types import MappingProxyType

from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "pictures.unreadable": QT_TRANSLATE_NOOP("Sentences", "“{path}”不是能看的照片，请另选 PNG 或 JPG。"),
        "cancelled": QT_TRANSLATE_NOOP("Sentences", "已取消，什么也没有改动。"),
        "system.lacks": QT_TRANSLATE_NOOP("Sentences", "电脑缺少 {what}，请运行：{fix}"),
        "period.not-a-quarter": QT_TRANSLATE_NOOP(
            "Sentences", "“{text}”不是季度，请写成 2026Q2 或 2026年二季度。"
        ),
        "period.not-a-date": QT_TRANSLATE_NOOP("Sentences", "“{text}”不是日期，请写成 2026.6.3。"),
        "number.not-a-number": QT_TRANSLATE_NOOP("Sentences", "“{text}”不是数，请填数字，最多两位小数。"),
        "db.file-held": QT_TRANSLATE_NOOP("Sentences", "村文件正被另一个程序占用 {holder}，请先关掉它。"),
        "db.file-missing": QT_TRANSLATE_NOOP("Sentences", "找不到村文件“{path}”，请看看是否移走或改了名。"),
        "db.file-exists": QT_TRANSLATE_NOOP("Sentences", "“{path}”已经有了，没有覆盖，请换个名字。"),
        "db.not-a-village-file": QT_TRANSLATE_NOOP("Sentences", "“{path}”不是本程序的村文件，请另选一个。"),
        "db.newer-file": QT_TRANSLATE_NOOP(
            "Sentences", "文件由新版 {file_version} 保存，本程序是 {program_version}，请先升级程序。"
        ),
        "db.disk-full": QT_TRANSLATE_NOOP("Sentences", "磁盘满了，这一步没有保存，请腾出空间再试。"),
        "db.read-write-fault": QT_TRANSLATE_NOOP(
            "Sentences", "磁盘读写失败，这一步没有保存，请检查磁盘并马上备份。"
        ),
        "db.file-read-only": QT_TRANSLATE_NOOP("Sentences", "“{path}”不能写入，请检查文件夹权限或换个位置。"),
        "db.wrong-engine-settings": QT_TRANSLATE_NOOP(
            "Sentences", "保存的安全设置 {setting} 没有生效，为保险起见不写入，请联系维护人员。"
        ),
        "db.outcome-unknown": QT_TRANSLATE_NOOP(
            "Sentences", "磁盘出错，不知道这一步有没有记上。请重开程序，先查一下再记。"
        ),
        "db.file-damaged": QT_TRANSLATE_NOOP("Sentences", "村文件已损坏，请用最近的备份恢复。（{detail}）"),
        "db.page-damaged": QT_TRANSLATE_NOOP(
            "Sentences",
            "村文件有一页已损坏（{detail}），流水到第 {seq} 行是好的，请用最近的备份恢复。",
        ),
        "db.schema-changed": QT_TRANSLATE_NOOP(
            "Sentences", "村文件的结构被改动过（{name}），请用最近的备份恢复。"
        ),
        "db.text-not-storable": QT_TRANSLATE_NOOP("Sentences", "文字里有半个字，存不下来，请删掉重打。"),
        "documents.characters-not-printable": QT_TRANSLATE_NOOP(
            "Sentences", "这些字打不出来：{characters}，在“{where}”。请在设置里加一个字体。"
        ),
        "documents.fonts-missing": QT_TRANSLATE_NOOP("Sentences", "缺少字体文件“{path}”，请重新安装程序。"),
        "documents.font-not-usable": QT_TRANSLATE_NOOP(
            "Sentences", "字体“{path}”不能用于打印，请换一个 TrueType 字体。"
        ),
        "documents.target-folder-missing": QT_TRANSLATE_NOOP(
            "Sentences", "没有文件夹“{folder}”，“{path}”没有写成，请先建好文件夹，或换个地方存。"
        ),
        "documents.target-not-writable": QT_TRANSLATE_NOOP(
            "Sentences", "“{path}”写不进去，可能正被 WPS 打开，请关掉它或另存。"
        ),
        "documents.disk-full": QT_TRANSLATE_NOOP("Sentences", "磁盘满了，“{path}”没有写成，请腾出空间再试。"),
        "documents.written-differs": QT_TRANSLATE_NOOP(
            "Sentences", "“{path}”写完核对不一致（{sheet} {cell}），没有保存，请再试一次。"
        ),
        "documents.text-too-long": QT_TRANSLATE_NOOP(
            "Sentences", "表“{sheet}”的 {cell} 格有 {length} 字，超过上限，请删短。"
        ),
        "documents.sheet-too-large": QT_TRANSLATE_NOOP(
            "Sentences", "表“{sheet}”行数太多，一张放不下，请分网格导出。"
        ),
    }
)
