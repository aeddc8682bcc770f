from passbook_desk.ui.shell.nav import Navigator
from passbook_desk.ui.shell.routes import HOME, Route

LEDGER, EVENTS = Route("ledger"), Route("events")


class Frame:
    def __init__(self) -> None:
        self.shown: list[Route] = []
        self.lets_go = True
        self.nav = Navigator(self.shown.append, lambda: self.lets_go)


def test_the_way_back_is_the_way_that_was_taken() -> None:
    frame = Frame()
    for route in (HOME, LEDGER, EVENTS):
        frame.nav.go(route)
    assert frame.nav.back()
    assert frame.nav.back()
    assert not frame.nav.back()
    assert frame.nav.forward()
    assert frame.shown == [HOME, LEDGER, EVENTS, LEDGER, HOME, LEDGER]
    assert frame.nav.here == LEDGER


def test_going_elsewhere_after_a_step_back_forgets_the_other_way() -> None:
    frame = Frame()
    for route in (HOME, LEDGER):
        frame.nav.go(route)
    frame.nav.back()
    frame.nav.go(EVENTS)
    assert not frame.nav.forward()
    assert frame.nav.can_go_back


def test_a_page_that_keeps_the_clerk_stays_in_front() -> None:
    frame = Frame()
    frame.nav.go(HOME)
    frame.nav.go(LEDGER)
    frame.lets_go = False
    assert not frame.nav.go(EVENTS)
    assert not frame.nav.back()
    assert frame.nav.here == LEDGER


def test_the_same_place_again_is_shown_but_not_remembered_twice() -> None:
    frame = Frame()
    frame.nav.go(HOME)
    frame.nav.go(Route("household", {"id": 1}))
    frame.nav.go(Route("household", {"id": 1}))
    assert len(frame.shown) == 3
    frame.nav.back()
    assert frame.nav.here == HOME


def test_a_long_way_keeps_its_last_fifty_places() -> None:
    frame = Frame()
    for number in range(60):
        frame.nav.go(Route("household", {"id": number}))
    steps = 0
    while frame.nav.back():
        steps += 1
    assert steps == 49
