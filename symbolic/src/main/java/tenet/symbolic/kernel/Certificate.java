package tenet.symbolic.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * A derivation as data: numbered steps, each naming its rule, the earlier steps it rests on, and the witness that makes
 * checking dull. The last step states the conclusion of the claim. Anyone may write one; only {@link Checker} judges it.
 */
public record Certificate(String claim, List<Step> steps) {
    public Certificate {
        steps = List.copyOf(steps);
    }

    /**
     * One line of a derivation.
     *
     * @param number    its number, counting from 1 without gaps
     * @param fixed     arbitrary indices, each from a range, under which the line is stated
     * @param assumed   named local assumptions (an induction hypothesis) under which the line is stated
     * @param rule      the name of a kernel rule
     * @param label     the name that a rule refers to: a hypothesis, a lemma, a theorem
     * @param premises  the numbers of earlier steps that it uses
     * @param arguments the witness: names (of instantiated variables, of the context, of multipliers) to terms, in order
     * @param reason    words of the author, for the reader only
     */
    public record Step(int number, List<Range> fixed, List<Assumption> assumed, Formula conclusion, String rule,
                       Optional<String> label, List<Integer> premises, Map<String, Term> arguments, String reason) {
        public Step {
            fixed = List.copyOf(fixed);
            assumed = List.copyOf(assumed);
            premises = List.copyOf(premises);
            arguments = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(arguments));
        }
    }

    public record Assumption(String name, Formula formula) {
    }

    /** The place in a context where a term is put; its name is {@code ?} and it binds nothing. */
    public static Term.Symbol hole(Sort sort) {
        return new Term.Symbol("?", List.of(), sort);
    }
}
