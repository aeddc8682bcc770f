"""The meeting has decided: points wait for a review, and below 70 nobody is honoured."""

import pytest
from PySide6.QtCore import Qt

from journeys.conftest import Sits

pytestmark = pytest.mark.journey


def test_a_clerk_writes_down_what_the_meeting_has_decided(sits_down: Sits) -> None:
    _, clerk = sits_down("here")
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页")
    clerk.goes_to(0, "村里议定的规矩")
    clerk.presses("积分规矩")
    clerk.reads("审核步骤", "记录后直接生效", "分户和并户")
    clerk.picks("记录 → 审核 → 公示 3 天")
    clerk.fills("暂停线", "70")
    clerk.reads("改了 3 项，还没有保存。")
    clerk.goes_to(2, "全部网格")
    clerk.goes_to(0, "村里议定的规矩")
    clerk.presses("积分规矩")
    clerk.reads("改了 3 项，还没有保存。")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("规矩已保存，改了 3 项。")
    clerk.fills("自动锁屏", "0")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("这里只能填 1 到 120 的数，“0”不行，请改。")
    clerk.presses("不改了")
    clerk.goes_to(3, "选一个网格")
    clerk.reads("审核")
