"""One newline for all."""

from taqabul.text.newlines import normalise_newlines


def test_every_mark_that_ends_a_line_becomes_a_line_feed():
    assert (
        normalise_newlines("a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh\ni\u00a0j\tk")
        == "a\nb\nc\nd\ne\nf\ng\nh\ni\u00a0j\tk"
    )
