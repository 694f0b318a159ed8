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
     * @param arguments the witness: names (of instantiated variables, of the context, of multipliers) to terms, in order;
     *                  a family's term stands under {@code a[n]} and may use n
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

    /** The indices of a family in the name of an argument: those in {@code a[n,m] := ...}; none for a plain name. */
    public static List<String> indices(String argument) {
        int open = argument.indexOf('[');
        return open < 0 || !argument.endsWith("]") ? List.of() : List.of(argument.substring(open + 1, argument.length() - 1).split(",", -1));
    }

    /** What the name of an argument names: {@code a} in {@code a[n,m] := ...}. */
    public static String named(String argument) {
        return indices(argument).isEmpty() ? argument : argument.substring(0, argument.indexOf('['));
    }

    /** The place in a context where a term is put; its name is {@code ?} and it binds nothing. */
    public static Term.Symbol hole(Sort sort) {
        return new Term.Symbol("?", List.of(), sort);
    }
}
