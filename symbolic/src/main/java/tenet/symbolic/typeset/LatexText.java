package tenet.symbolic.typeset;

import java.text.Normalizer;
import java.util.Map;

/**
 * Words of an author as LaTeX text. Every character comes out as itself or as a command for it, so no text is ever
 * read as TeX code; the result compiles with pdfLaTeX under its default fonts and needs no package.
 */
public final class LatexText {
    private static final Map<Integer, String> SPECIAL = Map.ofEntries(
            special('$', "\\$"), special('%', "\\%"), special('&', "\\&"), special('#', "\\#"), special('_', "\\_"),
            special('{', "\\{"), special('}', "\\}"), special('~', "\\textasciitilde{}"), special('^', "\\textasciicircum{}"),
            special('\\', "\\textbackslash{}"), special('<', "$<$"), special('>', "$>$"), special('|', "$|$"),
            special('"', "''"), special('`', "\\`{}"), special('\u00a0', "~"), special('–', "--"), special('—', "---"),
            special('‘', "{`}"), special('’', "'"), special('“', "{``}"), special('”', "''"), special('„', "{,,}"),
            special('…', "\\dots{}"), special('§', "\\S{}"), special('¶', "\\P{}"), special('©', "\\copyright{}"),
            special('ß', "\\ss{}"), special('æ', "\\ae{}"), special('Æ', "\\AE{}"), special('ø', "\\o{}"),
            special('Ø', "\\O{}"), special('œ', "\\oe{}"), special('Œ', "\\OE{}"), special('ł', "\\l{}"),
            special('Ł', "\\L{}"), special('ı', "\\i{}"), special('≤', "$\\le$"), special('≥', "$\\ge$"),
            special('≠', "$\\ne$"), special('≈', "$\\approx$"), special('±', "$\\pm$"), special('×', "$\\times$"),
            special('·', "$\\cdot$"), special('⋅', "$\\cdot$"), special('⋯', "$\\cdots$"), special('∑', "$\\sum$"),
            special('∏', "$\\prod$"), special('√', "$\\sqrt{\\,}$"), special('∈', "$\\in$"), special('∞', "$\\infty$"),
            special('∂', "$\\partial$"), special('∇', "$\\nabla$"), special('→', "$\\to$"), special('←', "$\\leftarrow$"),
            special('⇒', "$\\Rightarrow$"), special('⇔', "$\\Leftrightarrow$"), special('′', "$'$"), special('ᵀ', "$^\\top$"),
            special('⊤', "$\\top$"), special('‖', "$\\Vert$"), special('ℓ', "$\\ell$"), special('⟨', "$\\langle$"),
            special('⟩', "$\\rangle$"), special('⊗', "$\\otimes$"), special('−', "$-$"), special('°', "$^\\circ$"),
            special('²', "$^2$"), special('³', "$^3$"), special('¹', "$^1$"), special('½', "$\\tfrac12$"),
            special('µ', "$\\mu$"), special('ℝ', "$\\mathbf{R}$"), special('ℕ', "$\\mathbf{N}$"),
            special('ℤ', "$\\mathbf{Z}$"), special('∀', "$\\forall$"), special('∃', "$\\exists$"));
    /** Combining marks and the LaTeX accents that OT1 fonts have. */
    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('\u0300', "\\`"), Map.entry('\u0301', "\\'"), Map.entry('\u0302', "\\^"), Map.entry('\u0303', "\\~"),
            Map.entry('\u0304', "\\="), Map.entry('\u0306', "\\u"), Map.entry('\u0307', "\\."), Map.entry('\u0308', "\\\""),
            Map.entry('\u030a', "\\r"), Map.entry('\u030b', "\\H"), Map.entry('\u030c', "\\v"), Map.entry('\u0327', "\\c"));

    private LatexText() {
    }

    /** The text, in which white space of any kind is one space; a character without a LaTeX form is named by its code point. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[\\s\\p{Cntrl}]+", " ")
                .codePoints().forEach(point -> out.append(character(point)));
        return out.toString();
    }

    private static String character(int point) {
        if (SPECIAL.containsKey(point)) return SPECIAL.get(point);
        if (point >= ' ' && point < 0x7f) return Character.toString(point);
        if (point >= 'Α' && point <= 'ω') return greek(point);
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        if (parts.length() == 2 && parts.charAt(0) < 0x7f && ACCENTS.containsKey(parts.charAt(1)))
            return ACCENTS.get(parts.charAt(1)) + "{" + (parts.charAt(0) == 'i' ? "\\i" : parts.charAt(0)) + "}";
        return unknown(point);
    }

    private static String greek(int point) {
        if (!Character.isLetter(point)) return unknown(point);
        String name = Character.getName(point);
        String letter = name.substring(name.lastIndexOf(' ') + 1);
        if (letter.equals("LAMDA")) letter = "LAMBDA";
        boolean small = name.contains("SMALL LETTER");
        String spelled = small ? letter.toLowerCase(java.util.Locale.ROOT)
                : letter.charAt(0) + letter.substring(1).toLowerCase(java.util.Locale.ROOT);
        if (name.contains("FINAL SIGMA")) return "$\\varsigma$";
        if (LatexNames.greek().contains(spelled)) return "$" + LatexNames.symbol(spelled).base() + "$";
        int likeLatin = "ΑΒΕΖΗΙΚΜΝΟΡΤΧο".indexOf(point);
        return likeLatin >= 0 ? "$\\mathrm{" + "ABEZHIKMNOPTXo".charAt(likeLatin) + "}$" : unknown(point);
    }

    private static String unknown(int point) {
        return "[U+" + String.format("%04X", point) + "]";
    }

    private static Map.Entry<Integer, String> special(char character, String latex) {
        return Map.entry((int) character, latex);
    }
}
