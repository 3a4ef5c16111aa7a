"""Terms kept for a project and for the whole library; checks hold a translation to both."""

from taqabul.workflow import reviewing
from taqabul.workflow.checking import Checker, chosen
from taqabul.workflow.shelving import delete_project, make_project, move_to_project
from taqabul.workflow.terms import (
    Term,
    TermCandidate,
    keep_terms,
    kept_terms,
    project_of,
    term_base,
    terms_for,
    write_candidates,
    write_term_base,
)

COURT = Term(("محكمة",), ("court", "tribunal"), not_english=("yard",))
JUDGE = Term(("قاض",), ("judge",))


def test_terms_of_the_project_and_of_the_library_hold_together(draw):
    drawn = draw("A1 | B1")
    library = drawn.library
    keep_terms(library, None, [COURT])
    assert terms_for(library, drawn.id) == (COURT,)
    move_to_project(library, [drawn.id], make_project(library, "Law"))
    project = project_of(library, drawn.id)
    keep_terms(library, project, [JUDGE, JUDGE])
    assert (kept_terms(library, project), kept_terms(library, None)) == ([JUDGE], [COURT])
    assert terms_for(library, drawn.id) == (JUDGE, COURT)
    delete_project(library, project.id)
    assert terms_for(library, drawn.id) == (COURT,)


def test_a_bitext_is_held_to_the_terms_that_are_kept(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A1"), "ذهبوا إلى المحكمة")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "They went to the yard")
    checker = Checker(drawn.library, drawn.id, chosen({"terms"}))
    assert checker.all().found == ()
    keep_terms(drawn.library, None, [COURT])
    texts = {one.text for one in checker.all().found}
    assert "“yard” shall not be used; the term is “court, tribunal”" in texts


def test_what_is_written_reads_the_same_and_no_cell_is_a_formula(tmp_path):
    path = tmp_path / "terms.csv"
    odd = Term(("=محكمة",), ("@court", "+b"))
    write_term_base(path, [COURT, JUDGE, odd])
    assert term_base(path).terms == (COURT, JUDGE, odd)
    assert path.read_text(encoding="utf-8-sig").splitlines()[-1] == "'=محكمة,'@court | +b,,"


def test_candidates_are_written_as_a_term_base_and_no_cell_is_a_formula(tmp_path):
    path = tmp_path / "terms.csv"
    write_candidates(path, [TermCandidate("محكمة", '=cmd|"/c calc"', 5, 0.8)])
    assert path.read_bytes().startswith(b"\xef\xbb\xbfar,en,pairs,dice\r\n")
    assert "'=cmd" in path.read_text(encoding="utf-8")
    assert term_base(path).terms == (Term(("محكمة",), ("=cmd", '"/c calc"')),)
