"""The main window: puts pages, bars, menus and jobs together; what they do is theirs."""

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMainWindow,
    QMessageBox,
    QTextEdit,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import BitextId
from taqabul.text.direction import isolated
from taqabul.ui.action_table import ACTIONS
from taqabul.ui.agreeing_flow import AgreeingFlow
from taqabul.ui.annotation_flow import AnnotationFlow
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.bringing_in_flow import BringingInFlow
from taqabul.ui.checks_flow import ChecksFlow
from taqabul.ui.claims_flow import ClaimsFlow
from taqabul.ui.cleaning_flow import CleaningFlow
from taqabul.ui.colours_flow import ColoursFlow
from taqabul.ui.command_flow import CommandFlow
from taqabul.ui.company_flow import CompanyFlow
from taqabul.ui.copies_flow import CopiesFlow
from taqabul.ui.core.actions import ActionSet, Situation, tooltip
from taqabul.ui.core.dock_tabs import DockTabs
from taqabul.ui.core.fonts import load_own_fonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.icons import app_icon
from taqabul.ui.core.job_bar import JobBar
from taqabul.ui.core.jobs import JobRunner
from taqabul.ui.core.message_bar import MessageBar
from taqabul.ui.core.own_keys import keeps_where, writes
from taqabul.ui.core.page_docks import PageDocks
from taqabul.ui.core.page_stack import PageStack
from taqabul.ui.core.settings import Settings
from taqabul.ui.core.undo import redo_text, undo_text
from taqabul.ui.describing_flow import DescribingFlow
from taqabul.ui.details_flow import DetailsFlow
from taqabul.ui.doctor_flow import DoctorFlow
from taqabul.ui.export_flow import ExportFlow
from taqabul.ui.file_drops import FileDrops
from taqabul.ui.glance.overview_flow import OverviewFlow
from taqabul.ui.history_flow import HistoryFlow
from taqabul.ui.labels_flow import LabelsFlow
from taqabul.ui.library.folder_flow import FolderFlow
from taqabul.ui.library.verbs import LibraryVerbs
from taqabul.ui.library_file_flow import LibraryFileFlow
from taqabul.ui.open_flow import OpenFlow
from taqabul.ui.page_flow import PageFlow
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.ui.pages.start_page import StartPage
from taqabul.ui.prompts import Prompts
from taqabul.ui.reading import Reading
from taqabul.ui.realign_flow import RealignFlow
from taqabul.ui.role_flow import RoleFlow
from taqabul.ui.row_verbs import RowVerbs
from taqabul.ui.score_flow import ScoreFlow
from taqabul.ui.search_flow import SearchFlow
from taqabul.ui.server_flow import ServerFlow
from taqabul.ui.sharing_flow import SharingFlow
from taqabul.ui.status_figures import StatusFigures
from taqabul.ui.work_flow import WorkFlow
from taqabul.workflow.library import Library


class MainWindow(QMainWindow):
    """One window on one library: the start page, or a bitext at work."""

    settings: Settings
    search: SearchFlow
    files: OpenFlow
    prompts: Prompts
    entries: LibraryVerbs
    folders: FolderFlow
    pages: PageFlow
    overview: OverviewFlow
    bringing_in: BringingInFlow
    row_verbs: RowVerbs
    reading: Reading
    details: DetailsFlow
    colours: ColoursFlow
    cleaning: CleaningFlow
    describing: DescribingFlow
    checking: ChecksFlow
    doctor: DoctorFlow
    realigning: RealignFlow
    history: HistoryFlow
    labels: LabelsFlow
    scores: ScoreFlow
    claims: ClaimsFlow
    annotating: AnnotationFlow
    agreeing: AgreeingFlow
    commands: CommandFlow
    copies: CopiesFlow
    company: CompanyFlow
    role: RoleFlow
    servers: ServerFlow
    sharing: SharingFlow
    library_file: LibraryFileFlow
    work: WorkFlow

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self.library, self.settings = library, settings
        load_own_fonts()
        DockTabs(self)
        self.runner = JobRunner(self)
        self.messages = MessageBar(self)
        self.files = OpenFlow(library, self.runner, self.messages, settings, self)
        self.exports = ExportFlow(library, self.runner, self.messages, settings, self)
        self.bringing_in = BringingInFlow(self)
        self.prompts = Prompts(self)
        self.row_verbs = RowVerbs(self)
        self.realigning = RealignFlow(self)
        self.history = HistoryFlow(self)
        self.labels = LabelsFlow(self)
        self.annotating = AnnotationFlow(self)
        self.agreeing = AgreeingFlow(self)
        self.reading, self.details, self.colours = Reading(self), DetailsFlow(self), ColoursFlow(self)
        self.search = SearchFlow(self, self.reading.look)
        self.cleaning = CleaningFlow(self)
        self.describing = DescribingFlow(self)
        self.checking = ChecksFlow(self)
        self.doctor = DoctorFlow(self)
        self.commands, self.copies = CommandFlow(self), CopiesFlow(self)
        self.company, self.role = CompanyFlow(self), RoleFlow(self)
        self.sharing, self.library_file = SharingFlow(self), LibraryFileFlow(self)
        self.servers, self.work = ServerFlow(self), WorkFlow(self)
        self.start = StartPage(library, settings, self)
        self.entries, self.folders = LibraryVerbs(self), FolderFlow(self)
        self._ends = False
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.timeout.connect(self.refresh)
        self._lay_out()
        self.pages = PageFlow(self, self._stack)
        self.overview = OverviewFlow(self, self._stack)
        self.scores = ScoreFlow(self, self._stack)
        self.claims = ClaimsFlow(self, self._stack)
        beside_rows = (self.history, self.labels, self.annotating, self.checking)
        PageDocks(self._stack, (one.dock for one in beside_rows), BitextPage)
        PageDocks(self._stack, [self.search.library.panel], BitextPage, StartPage)
        self.actions_table = ActionSet(ACTIONS, self, self)
        self.role.start()
        self._build_bars()
        self._connect()
        self.colours.start()
        self._restore()
        self.company.start()
        self.show_start()
        self.commands.apply_keys()

    @property
    def page(self) -> BitextPage:
        """The open bitext's page; asked for only by actions that need one."""
        if self.pages.page is None:
            raise LookupError("no bitext is open")
        return self.pages.page

    @property
    def has_page(self) -> bool:
        """Whether a bitext is open."""
        return self.pages.page is not None

    @property
    def history_at_hand(self) -> ClaimsFlow | RowVerbs | LibraryVerbs:
        """What undo and redo are about on the page in sight."""
        return self.claims if self.claims.shown else self.row_verbs if self.has_page else self.entries

    def open_bitext(self, bitext: BitextId) -> None:
        """Show a bitext of the library; a long one is in sight once it is read."""
        self.pages.open(bitext)

    def show_start(self) -> None:
        """Leave the open bitext and show the library."""
        if not self.pages.leave():
            return
        self.claims.drop()
        self.start.refresh(self.settings.recent_files)
        self._stack.setCurrentWidget(self.start)
        self.start.table.setFocus()
        self.setWindowTitle(self.company.title(""))
        self.refresh()

    def refresh_soon(self) -> None:
        """``refresh`` once what is being done now is done."""
        self._refreshing.start()

    def refresh(self) -> None:
        """Enable what makes sense now and tell the figures."""
        self._refreshing.stop()
        busy = bool(self.runner.holding)
        report = self.files.reading is not None
        now = self.entries.undoing.known_to(self.start.situation(busy=busy, report=report))
        if self.overview.shown or self.scores.shown:
            now = Situation(busy=busy, report=report, beneath=True)
        elif self.claims.shown:
            now = self.claims.known_to(Situation(busy=busy, report=report, beneath=self.has_page))
        elif self.has_page:
            now = self.page.situation(busy=busy, report=report)
        self.actions_table.refresh(now)
        for name, text in (("undo", undo_text(now.undo)), ("redo", redo_text(now.redo))):
            action = self.actions_table[name]
            action.setText(text)
            action.setToolTip(tooltip(text, action.shortcut()))
        if self.claims.page is not None:
            self.figures.tell(None, self.claims.page.figures)
        else:
            self.figures.tell(self.pages.page, isolated(self.library.readable))

    # What single actions do, beyond asking one part of the page.

    def export(self) -> None:
        """Write the open bitext's pairs to a file."""
        if self.page.editing.finish():
            self.exports.ask(self.page.summary)

    def end(self) -> None:
        """Close for good, dialogs first, without asking about jobs: nobody may be there to answer."""
        self._ends = True
        QApplication.closeAllWindows()
        self._ends = False

    # Qt's events.

    def event(self, event: QEvent) -> bool:
        """What is written in a list looks for a line, where one reads it is nothing; Space presses buttons and opens boxes.

        Whatever verb of the rows has that key: only where the rows have the keyboard is it theirs.
        """
        return keeps_where(event, self._is_for_focus) or super().event(event)

    def _is_for_focus(self, key: QKeyEvent) -> bool:
        at = self.focusWidget()
        if isinstance(at, QAbstractButton | QComboBox):
            return key.key() == Qt.Key.Key_Space and not key.modifiers()
        return (
            isinstance(at, QAbstractItemView | QTextEdit) and not isinstance(at, BitextView) and writes(key)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while a job runs; save what is being typed; remember how things stood."""
        working = self.runner.holding
        if working and not self._ends and not self._agrees_to_stop(working[0].title):
            event.ignore()
            return
        if not self.pages.leave():
            event.ignore()
            return
        self.search.close()
        self.company.close()
        self.runner.close()
        self.doctor.close()
        self._refreshing.stop()
        self.settings.geometry = self.saveGeometry()
        self.settings.window_state = self.saveState()
        event.accept()

    def _agrees_to_stop(self, title: str) -> bool:
        answer = QMessageBox.question(
            self,
            translate("MainWindow", "Still working"),
            translate("MainWindow", "{title}. Stop this and close the window?").format(title=title),
        )
        return answer == QMessageBox.StandardButton.Yes

    def _lay_out(self) -> None:
        self.setWindowIcon(app_icon())
        FileDrops(self)
        self._stack = PageStack(self)
        self._stack.addWidget(self.start)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(JobBar(self.runner, self))
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.figures = StatusFigures(self)
        self.statusBar().addWidget(self.figures, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _build_bars(self) -> None:
        self.actions_table.fill_menus(self.menuBar())
        bar = QToolBar(translate("MainWindow", "Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_table.fill_toolbar(bar)
        self.addToolBar(bar)

    def _connect(self) -> None:
        self.files.opened.connect(self.open_bitext)
        self.start.open_asked.connect(self.files.ask)
        self.start.sample_asked.connect(self.files.open_sample)
        self.start.file_asked.connect(lambda path: self.files.open([path]))
        self.start.bitext_asked.connect(self.open_bitext)
        self.start.folder_asked.connect(self.folders.ask)
        self.start.situation_changed.connect(self.refresh_soon)
        self.entries.connect(self.start)
        for signal in (self.runner.started, self.runner.ended):
            signal.connect(lambda job: self.refresh_soon() if job.holds else None)

    def _restore(self) -> None:
        self.resize(1280, 720)
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
            self.restoreState(QByteArray(self.settings.window_state))
            self.search.library.panel.hide()
