"""What the window knows of words: the verdicts that came from the process, the newsroom's own words, the ignored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from editor.domain.spelling import Verdict, is_listed, plain_word
from editor.ui.side_process import Serve, SideProcess
from editor.ui.spelling_worker import SuggestionsMade, SuggestionsWanted, WordsJudged, WordsWanted, serve

# Words of one language that are kept; a long article has some thousands.
_MOST_KEPT = 50_000


@dataclass(slots=True)
class _Language:
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    accepted: frozenset[str] = frozenset()


class Speller(QObject):
    """Made by the draft; asks the process only for words that are new. Lives on the interface thread.

    `judged` says that verdicts changed; `suggested` carries a `SuggestionsMade`.
    """

    judged = Signal()
    suggested = Signal(object)

    def __init__(self, parent: QObject | None = None, worker: Serve = serve) -> None:
        super().__init__(parent)
        self._languages: dict[str, _Language] = {}
        self._ignored: dict[str, frozenset[str]] = {}
        self._process = SideProcess(worker, "makala-spelling", self)
        self._process.heard.connect(self._on_heard)
        self._process.ended.connect(self._on_ended)
        self._wish = ("", "")

    def verdict(self, language: str, word: str, article: str = "") -> Verdict:
        """Return what is known of `word`; None where it is not checked, or not yet."""
        known = self._of(language)
        verdict = known.verdicts.get(word)
        if verdict is False and (is_listed(word, known.accepted) or plain_word(word) in self._ignored.get(article, ())):
            return True
        return verdict

    def ask(self, language: str, words: Iterable[str]) -> bool:
        """Have those of `words` judged that are not known yet; say whether any answer is still to come."""
        known = self._of(language)
        new = [word for word in dict.fromkeys(words) if word not in known.verdicts and word not in known.asked]
        if new:
            if len(known.verdicts) > _MOST_KEPT:
                known.verdicts.clear()
            known.asked.update(new)
            if not self._process.send(WordsWanted(language, tuple(new))):
                known.asked.difference_update(new)
        return bool(known.asked)

    def knows(self, language: str, word: str) -> bool:
        """Say whether `word` was judged, were it as not checked."""
        return word in self._of(language).verdicts

    @property
    def is_asking(self) -> bool:
        """Say whether an answer is still to come."""
        return any(known.asked for known in self._languages.values())

    def suggest(self, language: str, word: str) -> None:
        """Ask what may have been meant by `word`; `suggested` answers."""
        self._wish = (language, word)
        if not self._process.send(SuggestionsWanted(language, word)):
            self.suggested.emit(SuggestionsMade(language, word, ()))

    def accept(self, language: str, words: frozenset[str]) -> None:
        """Take `words` for right in `language`, in place of those before: they are the newsroom's own."""
        known = self._of(language)
        if known.accepted != words:
            known.accepted = words
            self.judged.emit()

    def ignore(self, article: str, words: frozenset[str]) -> None:
        """Take these plain words for right in this article, in place of those before."""
        if self._ignored.get(article, frozenset()) != words:
            self._ignored[article] = words
            self.judged.emit()

    def forget(self) -> None:
        """Judge everything anew: the dictionaries of this computer changed."""
        self.close()
        for known in self._languages.values():
            known.verdicts.clear()
            known.asked.clear()
        self.judged.emit()

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _of(self, language: str) -> _Language:
        if (known := self._languages.get(language)) is None:
            known = self._languages[language] = _Language()
        return known

    def _on_heard(self, made: WordsJudged | SuggestionsMade) -> None:
        if isinstance(made, SuggestionsMade):
            self.suggested.emit(made)
            return
        known = self._of(made.language)
        known.verdicts.update(made.verdicts)
        known.asked.difference_update(made.verdicts)
        self.judged.emit()

    def _on_ended(self) -> None:
        # A dictionary that ends the process would end the next one too: what was asked counts as not checked.
        for known in self._languages.values():
            known.verdicts.update(dict.fromkeys(known.asked))
            known.asked.clear()
        self.judged.emit()
        self.suggested.emit(SuggestionsMade(*self._wish, ()))
