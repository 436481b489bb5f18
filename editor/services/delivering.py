"""Delivers bundles to where readers are: the places a person knows by name, their passwords, and the work itself.

Places are kept with the person's settings; a password lies in the system's keyring, or nowhere at all.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault, UserError
from editor.core.files import faults, sha256_hex, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.core.settings_folder import config_folder
from editor.services.secret_shelf import forget_secret, keep_secret, secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.publish.carrying import Memory
    from editor.publish.far_address import FarAddress
    from editor.publish.far_place import FarPlace

_FILE = "places.json"
_HOSTS = "known_hosts"
_ACCOUNTS = "deliveries"
LOOKED_AT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that bundles are delivered to: the name a person gave it, and its address without any password.

    `former` are addresses that it had since the last delivery: their passwords are still kept, for the way back.
    """

    name: str
    address: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRequest:
    """What is to be delivered, and where: `to` is the name of a place or an address.

    `password` goes before the one in the keyring. `is_taken_over` lets a place be used that holds other files. `look`
    is how many delivered files are read again afterwards, -1 for every file of the bundle.
    """

    bundle: Path
    to: str
    password: str = ""
    is_taken_over: bool = False
    look: int = LOOKED_AT


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPlan:
    """What a delivery would do: paths it writes and takes away, how many files stay, how many bytes go over the line.

    `done` counts files that a delivery which was stopped has written already.
    """

    place: str
    writes: tuple[str, ...]
    removes: tuple[str, ...]
    unchanged: int
    done: int
    bytes: int
    is_empty: bool
    warning: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryReport:
    """What a delivery did. `looked_at` files were read again at the place and were what was sent."""

    place: str
    written: int
    removed: int
    unchanged: int
    bytes: int
    looked_at: int
    warning: Message | None = None


class UnknownServerError(UserError):
    """A server that this computer has not met. `trust_server` with this very error lets the next try go on."""

    def __init__(self, message: Message, hint: Message, line: str, fingerprint: str) -> None:
        super().__init__(message, hint)
        self.line = line
        self.fingerprint = fingerprint


class KnownPlaceError(UserError):
    """A new place under a name that is another's already. Each face has its own way to mean it."""


def places() -> tuple[Place, ...]:
    """Return the places this person knows, by name."""
    try:
        kept = json.loads((config_folder() / _FILE).read_text(encoding="utf-8"))
        found = [_place(one) for one in kept]
    except (OSError, ValueError, TypeError, KeyError):
        return ()
    return tuple(sorted(found, key=lambda place: place.name.casefold()))


def keep_place(name: str, address: str, password: str = "", *, is_new: bool = False) -> Place:
    """Keep a place under `name`, in the place of one of that name; its password goes to the keyring, if there is one.

    Without a password it keeps the one it had, where only the folder is another. The password of the address before is
    not forgotten until a delivery went well: a mistyped address can be put back.

    Raises `UserError` without a name and for an address that is none, `KnownPlaceError` when the place `is_new` but its
    name that of another address; `Fault` when it cannot be kept.
    """
    name = name.strip()
    if not name or "/" in name:
        raise UserError(
            say("A place has no slash in its name.") if name else say("The place has no name yet."),
            say("Such as “website”: you will deliver to it by this name."),
        )
    far, known = _read(address), places()
    before = next((one for one in known if one.name == name), None)
    if is_new and before is not None and before.address != str(far):
        raise KnownPlaceError(
            say("There is a place “{name}” already: {address}", name=name, address=before.address),
            say("Give this one another name, or choose that one and change its address."),
        )
    had = (before.address, *before.former) if before is not None else ()
    made = Place(name=name, address=str(far), former=tuple(one for one in had if one != str(far)))
    if made != before:
        _keep([*(one for one in known if one.name != name), made])
    if password:
        keep_password(made.address, password)
    else:
        _carry_password(made.former, far)
    return made


def forget_place(name: str) -> None:
    """Forget a place and its password. Raises `UserError` where there is none of that name, `Fault` of the disk."""
    gone = _named(name)
    left = [one for one in places() if one.name != name]
    _keep(left)
    _forget_passwords((gone.address, *gone.former), left)


def keep_password(address: str, password: str) -> bool:
    """Keep the password of an address in the keyring; say whether there is one that did."""
    return keep_secret(_secret_name(str(_read(address))), password)


def needs_password(to: str) -> bool:
    """Say whether `to`, the name of a place or an address, needs a password that is kept nowhere."""
    address = _address(to)
    return address.needs_password and secret(_secret_name(str(address))) is None


def trust_server(error: UnknownServerError) -> None:
    """Trust the server from now on. Only after a person compared its fingerprint. Raises `Fault` of the disk."""
    from editor.publish.far_opening import keep_host

    with faults(say("The server's key could not be kept.")):
        keep_host(error.line, config_folder() / _HOSTS)


def plan_delivery(request: DeliveryRequest, context: JobContext) -> DeliveryPlan:
    """Return what delivering would do, having looked at the place and changed nothing there.

    Raises `UserError` for a place with other files, for a missing password or library, and for what is no bundle;
    `UnknownServerError` before anything is sent to a server nobody has met; `Fault` when the place is in the way.
    """
    from editor.publish.carrying import opened_bundle, planned

    context.report(0.0, say("Looking at the place"))
    address = _address(request.to)
    with opened_bundle(request.bundle) as bundle, _opened(address, request, context) as place:
        plan, _ = planned(bundle, place, _account(address), is_taken_over=request.is_taken_over)
    return DeliveryPlan(
        place=str(address),
        writes=tuple(entry.path for entry in plan.writes) + plan.closing,
        removes=tuple(sorted((*plan.removes, *plan.meets))),
        unchanged=plan.unchanged,
        done=plan.done,
        bytes=plan.bytes,
        is_empty=plan.is_empty,
        warning=_warning(address),
    )


def deliver(request: DeliveryRequest, context: JobContext) -> DeliveryReport:
    """Bring the place to the state of the bundle: what changed is written, the manifest last, what is gone removed.

    Raises as `plan_delivery` does. Stopped at any point, the next delivery to the place goes on from there.
    """
    import secrets

    from editor.publish.carrying import carry, opened_bundle, planned

    context.report(0.0, say("Looking at the place"))
    address = _address(request.to)
    account = _account(address)
    with opened_bundle(request.bundle) as bundle, _opened(address, request, context) as place:
        work = planned(bundle, place, account, is_taken_over=request.is_taken_over)
        carried = carry(bundle, place, work, account, secrets.token_hex(16), context, look=request.look)
    _forget_former(request.to)
    return DeliveryReport(
        place=str(address),
        written=carried.written,
        removed=carried.removed,
        unchanged=carried.unchanged,
        bytes=carried.bytes,
        looked_at=carried.looked_at,
        warning=_warning(address),
    )


@contextlib.contextmanager
def _opened(address: FarAddress, request: DeliveryRequest, context: JobContext) -> Iterator[FarPlace]:
    from editor.publish.far_opening import Login, UnknownHostError, errors_of, open_place
    from editor.publish.far_place import FarPlace

    password = request.password or secret(_secret_name(str(address))) or ""
    if address.needs_password and not password:
        raise UserError(
            say("The password for {place} is needed.", place=str(address)),
            say("It is kept in the system's keyring where there is one, and nowhere else."),
        )
    login = Login(
        password=password,
        known_hosts=config_folder() / _HOSTS,
        user_hosts=Path.home() / ".ssh" / "known_hosts",
    )
    place = FarPlace(lambda: open_place(address, login), errors_of(address), context)
    try:
        yield place
    except UnknownHostError as error:
        raise UnknownServerError(error.message, error.hint, error.line, error.fingerprint) from error
    finally:
        place.close()


def _address(to: str) -> FarAddress:
    known = next((one for one in places() if one.name == to), None)
    if known is None and "/" not in to and "\\" not in to:
        return _read(_named(to).address)
    return _read(known.address if known else to)


def _named(name: str) -> Place:
    known = places()
    found = next((one for one in known if one.name == name), None)
    if found is None:
        there = ", ".join(one.name for one in known)
        raise UserError(
            say("There is no place “{name}”.", name=name),
            say("There are: {names}.", names=there) if there else say("Write its address, or add the place first."),
        )
    return found


def _place(kept: dict[str, object]) -> Place:
    former = kept.get("former")
    had = tuple(map(str, former)) if isinstance(former, list) else ()
    return Place(name=str(kept["name"]), address=str(kept["address"]), former=had)


def _carry_password(had: Iterable[str], now: FarAddress) -> None:
    """Let the new address of a place have the password of one it `had`, if the same one asks the same server."""
    name = _secret_name(str(now))
    for address in had:
        with contextlib.suppress(UserError):  # somebody else wrote the file
            is_same = _read(address).login == now.login
            if is_same and secret(name) is None and (password := secret(_secret_name(address))) is not None:
                keep_secret(name, password)


def _forget_former(name: str) -> None:
    """Forget where the place was before: a delivery went well to where it is now."""
    known = places()
    now = next((one for one in known if one.name == name and one.former), None)
    if now is None:
        return
    left = [replace(one, former=()) if one is now else one for one in known]
    with contextlib.suppress(Fault):  # the next delivery comes by here too
        _keep(left)
        _forget_passwords(now.former, left)


def _forget_passwords(addresses: Iterable[str], left: Sequence[Place]) -> None:
    """Let the keyring forget the passwords of `addresses` that no place of `left` has, or had and may go back to."""
    used = {address for one in left for address in (one.address, *one.former)}
    for address in addresses:
        if address not in used:
            forget_secret(_secret_name(address))


def _read(address: str) -> FarAddress:
    from editor.publish.far_address import read_address

    return read_address(address)


def _warning(address: FarAddress) -> Message | None:
    from editor.publish.far_address import OPEN_TO_LISTENERS

    return OPEN_TO_LISTENERS if address.is_open_to_listeners else None


def _account(address: FarAddress) -> Memory:
    from editor.publish.carrying import Memory

    return Memory(config_folder() / _ACCOUNTS / f"{sha256_hex(str(address).encode())[:32]}.jsonl")


def _keep(kept: list[Place]) -> None:
    with faults(say("The places could not be kept. Those there were still hold.")):
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps([asdict(one) for one in kept], ensure_ascii=False, indent=2)
        write_whole(folder / _FILE, f"{text}\n".encode())


def _secret_name(address: str) -> str:
    return f"place:{address}"
