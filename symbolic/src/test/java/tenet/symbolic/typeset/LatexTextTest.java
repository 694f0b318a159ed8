package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatexTextTest {
    @Test
    void special_characters_come_out_as_themselves() {
        assertEquals("\\$\\%\\&\\#\\_\\{\\}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}", LatexText.escape("$%&#_{}~^\\"));
    }

    @Test
    void white_space_of_any_kind_is_one_space() {
        assertEquals("a b c", LatexText.escape(" a\n\n b\t\u0007 c "));
    }

    @Test
    void letters_beyond_ascii_are_kept_as_accents_or_symbols() {
        assertEquals("na\\\"{\\i}ve Erd\\H{o}s", LatexText.escape("naïve Erdős"));
        assertEquals("$\\lambda$ $\\le$ $\\Sigma$ $\\mathrm{A}$", LatexText.escape("λ ≤ Σ Α"));
    }

    @Test
    void an_unknown_character_is_named() {
        assertEquals("[U+4E2D]", LatexText.escape("中"));
    }
}
