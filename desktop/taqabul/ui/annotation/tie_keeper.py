"""Does what is asked about the relations in the panel, in the bitext that is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from taqabul.domain.annotation import Attributes
from taqabul.domain.errors import AppError
from taqabul.domain.ids import AnnotationId, BitextId
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.tie_part import Tie, TiePart
from taqabul.ui.annotation.tying import AskType, Tying


class TieKeeper(QObject):
    """Between the list of a mark's relations and the ``desk`` of the open bitext.

    ``ask`` has somebody choose a type, ``go_to`` shows a mark, ``show`` an error.
    """

    def __init__(
        self,
        part: TiePart,
        desk: Callable[[], Desk | None],
        ask: AskType,
        go_to: Callable[[AnnotationId], None],
        show: Callable[[AppError], None],
    ) -> None:
        super().__init__(part)
        self._desk, self._ask, self._show = desk, ask, show
        part.followed.connect(lambda tie: go_to(tie.other))
        part.dropped.connect(self._drop)
        part.turned.connect(self._turn)
        part.retyped.connect(self._retype)
        part.attributes_changed.connect(self._set_attributes)

    def _drop(self, tie: Tie) -> None:
        self._do(lambda tying, bitext: tying.drop(bitext, tie.relation))

    def _turn(self, tie: Tie) -> None:
        self._do(lambda tying, bitext: tying.turn(bitext, tie.relation))

    def _retype(self, tie: Tie) -> None:
        self._do(lambda tying, bitext: tying.retype(bitext, tie.relation, self._ask))

    def _set_attributes(self, tie: Tie, values: Attributes) -> None:
        self._do(lambda tying, bitext: tying.set_attributes(bitext, tie.relation, values))

    def _do(self, verb: Callable[[Tying, BitextId], None]) -> None:
        desk = self._desk()
        if desk is None:
            return
        try:
            verb(desk.tying, desk.page.summary.id)
        except AppError as error:
            self._show(error)
