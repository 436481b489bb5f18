from __future__ import annotations

import gc

import pytest

from editor.core.collecting import collector_resting, keep_all, keep_none


def test_the_collector_rests_and_works_again_whatever_happens() -> None:
    with collector_resting():
        assert not gc.isenabled()
        with collector_resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), collector_resting():
        raise ValueError("x")
    assert gc.isenabled()


def test_two_threads_that_meet_leave_it_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One ends just when the other has seen that the collector rests, and not said yet that it shall."""
    first, asked = collector_resting(), gc.isenabled
    first.__enter__()

    def seen() -> bool:
        found = asked()
        first.__exit__(None, None, None)
        return found

    try:
        with monkeypatch.context() as patched:
            patched.setattr(gc, "isenabled", seen)
            with collector_resting():
                pass
            if not asked():  # nobody asked
                first.__exit__(None, None, None)
        assert gc.isenabled()
    finally:
        gc.enable()


def test_what_lasts_is_looked_at_no_more_until_it_ends() -> None:
    before = gc.get_freeze_count()
    lasting = [[number] for number in range(10)]
    keep_all()
    assert gc.get_freeze_count() >= before + len(lasting)
    keep_none()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
