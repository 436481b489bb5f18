"""Shortened words whose full stop ends no sentence, by language. Data alone: `boundaries` reads it.

Titles, places and the little words that something always follows: those of CLDR's sentence break suppressions
(`common/segments`) that news needs, and what else. Left out are those that end sentences too: "etc.", "Inc.", "Jr."
"""

from __future__ import annotations

import re
from functools import cache

_LISTS = {
    "en": "Mr Mrs Ms Mx Dr Prof St Gov Sen Rep Gen Col Capt Lt Maj Sgt Cpl Cmdr Adm Hon Rev Fr Msgr Pres "
    "Supt Det Insp Amb Mt Ft vs v Sec cf e.g i.e approx ca Jan Feb Aug Sept Oct Nov Dec",
    "de": "Dr Prof Hr Fr Frl Dipl Ing St Str Nr Abs Art Bd S Ziff z d u i s o z.B d.h u.a i.d.R bzw ca vgl sog "
    "gest geb Jan Feb Aug Sept Okt Nov Dez Mio Mrd evtl ggf inkl zzgl",
    "fr": "M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste art av bd cf env ex janv févr avr juil sept oct nov déc "
    "p vol",
    "es": "Sr Sra Sres Sras Srta D Da Dr Dra Dres Prof Profa Lic Ing Gral Cap Cnel Mons Excmo Excma EE UU ee Av "
    "Avda C núm págs pág art p.ej Sto Sta ene feb abr ago sept oct nov dic",
    "pt": "Sr Sra Srs Sras Dr Dra Drs Prof Profa Eng Exmo Exma Av R nº núm pág págs art p.ex Sto Sta Gal Cel "
    "Cap",
    "it": "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on sen gen col cap mons S St pag "
    "pagg art n cfr ecc.mo p.es",
    "nl": "dhr mevr mw dr drs ir ing mr prof ds St nr blz art bijv bv o.a d.w.z m.b.t ca resp jan feb aug sept "
    "okt nov dec",
    "sv": "dr prof st nr bl.a t.ex d.v.s ca kl s jan feb aug sept okt nov dec hr fr",
    "da": "dr prof hr fr nr bl.a f.eks d.v.s ca kl s jan feb aug sept okt nov dec skt",
    "nb": "dr prof hr fr nr bl.a f.eks dvs ca kl s jan feb aug sept okt nov des st",
    "fi": "tri prof nro esim mm ts n klo s toim.joht",
    "pl": "prof dr hab mgr inż ks gen płk mjr kpt p pp ul al pl nr tzw tzn np m.in im św",
    "cs": "prof doc dr Dr Ing Mgr Bc p pí č čp ul nám tzv např mj sv gen plk",
    "ru": "ул пр стр им св проф акад тов т.е т.к т.н напр см",
    "tr": "Dr Prof Doç Av Sn Alb Gen Yrd Öğr Cad Sok Mah örn",
    "sw": "Dkt Bw Bi Mhe Prof Mch Kpt Jen Kan Luteni Inj k.m Mt Mtk St Bibi Jan Feb Ago Sept Okt Nov Des",
    "id": "Dr Drs Prof Ir H Hj Tn Ny Sdr Jl yth",
    "hu": "dr Dr prof id ifj özv pl kb ún Szt u",
    "ro": "dl dna dr prof ing gen col str nr art pag ex",
    "el": "κ κκ κα Δρ Καθ αρ σελ π.χ δηλ",
}  # fmt: skip
_LISTS["nn"] = _LISTS["no"] = _LISTS["nb"]
# Where a number before a full stop is an ordinal: "3. Mai".
_ORDINALS = frozenset({"de", "da", "nb", "nn", "no", "fi", "pl", "cs", "sk", "sl", "hr", "hu", "tr", "et", "lv", "is"})
# A letter alone is the beginning of a name: "J. F. Kennedy"; "I" is an English sentence's end as well as a name's.
_INITIAL = r"(?<![^\W_])(?!I\.)[^\W\d_a-zа-я]\."
_NONE = re.compile(r"(?!)")


def ends_none(language: str) -> re.Pattern[str]:
    """Return the pattern of a piece of text whose last full stop ends no sentence in the language of the tag."""
    return _pattern(language.partition("-")[0].lower())


@cache
def _pattern(base: str) -> re.Pattern[str]:
    listed = _LISTS.get(base, "").split(" ")
    # At the beginning of a sentence a small word has a capital.
    both = {form for one in listed if one for form in (one, one[:1].upper() + one[1:])}
    words = "|".join(re.escape(one) for one in sorted(both, key=lambda one: (-len(one), one)))
    known = rf"(?<![^\W_])(?:{words})\." if words else ""
    number = r"(?<!\w)\d{1,2}\." if base in _ORDINALS else ""
    kinds = "|".join(filter(None, (known, number, _INITIAL if words else "")))
    return re.compile(rf"(?:{kinds})[\s\u00a0]*$") if kinds else _NONE
