package tenet.symbolic.typeset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * HTML: formulas are LaTeX code in elements of class {@code tex}, to be set by KaTeX; words are escaped.
 *
 * @param links where the page of a claim is, by its id
 */
record HtmlNotation(Function<String, Optional<String>> links) implements Notation {
    private static final LatexNotation LATEX = new LatexNotation();

    @Override
    public String term(Term term) {
        return LATEX.term(term);
    }

    @Override
    public String symbol(String name) {
        return LATEX.symbol(name);
    }

    @Override
    public String function(String name) {
        return LATEX.function(name);
    }

    @Override
    public String sign(Comparison comparison) {
        return LATEX.sign(comparison);
    }

    @Override
    public String set(Sort sort) {
        return LATEX.set(sort);
    }

    @Override
    public String in(String element, String set) {
        return LATEX.in(element, set);
    }

    @Override
    public String map(String function, List<String> from, String to) {
        return LATEX.map(function, from, to);
    }

    @Override
    public String descent(String variable, Optional<Term> rate, Term potential) {
        return LATEX.descent(variable, rate, potential);
    }

    @Override
    public String dots() {
        return LATEX.dots();
    }

    @Override
    public String math(String code) {
        return "<span class=\"tex\">" + escape(code) + "</span>";
    }

    @Override
    public String text(String words) {
        return escape(words.strip().replaceAll("[\\s\\p{Cntrl}]+", " "));
    }

    @Override
    public String label(String name) {
        return "<em>" + escape(name.replace('_', ' ')) + "</em>";
    }

    @Override
    public String id(String id) {
        String code = "<code>" + escape(id) + "</code>";
        return links.apply(id).map(link -> "<a href=\"" + escape(link) + "\">" + code + "</a>").orElse(code);
    }

    /** Characters that HTML reads as markup, in text and in attributes, as references. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
