package tenet.symbolic.typeset;

import tenet.symbolic.formula.Comparison;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/** The form in which terms and words are set. Sentences are made once, in {@link Phrases}, over any form. */
sealed interface Notation permits HtmlNotation, LatexNotation, TextNotation {
    /** The code of a term; to stand among other code. */
    String term(Term term);

    /** A declared name or bound index as code. */
    String symbol(String name);

    String function(String name);

    String sign(Comparison comparison);

    /** The set of values of a sort. */
    String set(Sort sort);

    /** A membership {@code x in S}. */
    String in(String element, String set);

    /** {@code f : A x B -> C}. */
    String map(String function, java.util.List<String> from, String to);

    /** The partial gradient of a scalar term with respect to a variable, with a factor in front: {@code -rate * grad}. */
    String descent(String variable, java.util.Optional<Term> rate, Term potential);

    String dots();

    /** Code inside a sentence. */
    String math(String code);

    /** An author's words. */
    String text(String words);

    /** The name of a hypothesis. */
    String label(String name);

    /** The id of a claim. */
    String id(String id);
}
