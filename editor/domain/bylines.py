"""Whether a name in a byline is that of a person: machines are told apart people and those who are none."""

from __future__ import annotations

from editor.domain.settings import NewsroomSettings

# News agencies as bylines name them, letter for letter: "EFE" is one, Efe is a person.
_AGENCIES = """
    AAP, AAP Newswire, AFP, Agence France-Presse, Agencia EFE, ANA-MPA, Anadolu Agency, ANGOP, ANP, ANSA, ANTARA,
    AP, APA, Associated Press, The Associated Press, BELGA, BERNAMA, BTA, Canadian Press, The Canadian Press, CTK,
    ČTK, dpa, DPA, Deutsche Presse-Agentur, EFE, HINA, Interfax, IRNA, Jiji Press, Keystone-SDA, KUNA, Kyodo,
    Kyodo News, LUSA, MTI, News Agency of Nigeria, NTB, PA Media, PAP, Press Association, Press Trust of India,
    PTI, Reuters, Ritzau, STT, TASS, TT, Ukrinform, United Press International, UPI, Vietnam News Agency, VNA,
    WAFA, WAM, Xinhua, Yonhap, Yonhap News Agency
"""
_NAMES = frozenset(name.strip() for name in _AGENCIES.replace("\n", " ").split(","))


def is_organisation(name: str, settings: NewsroomSettings) -> bool:
    """Say whether `name` is the newsroom's, its publisher's, an edition's, or that of a news agency."""
    own = (settings.name, settings.publisher.name, *(edition.name for edition in settings.editions))
    said = name.strip()
    return said in _NAMES or said.casefold() in {one.strip().casefold() for one in own if one.strip()}
