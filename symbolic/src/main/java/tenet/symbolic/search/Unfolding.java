package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** What an induction on the length of sums, products and powers needs: which statement, and how each grows by one. Untrusted. */
final class Unfolding {
    /** The theorem that takes one factor off a power. */
    static final String NEXT_POWER = "num.power-next";

    private Unfolding() {
    }

    /** A statement for all values of a parameter, and the parameter. */
    record Generalised(String parameter, Formula.ForAll formula) {
    }

    /** The goal for all values of each natural parameter on which the length of a sum, a product or a power in it depends. */
    static List<Generalised> generalised(Formula.Relation goal, Signature signature, String index) {
        List<Generalised> all = new ArrayList<>();
        for (Declaration declaration : signature.declarations()) {
            if (!(declaration instanceof Declaration.Parameter(String name, List<Range> indices, Sort sort, List<Declaration.Bound> bounds))
                    || !indices.isEmpty() || !(sort instanceof Sort.Int) || !isLength(name, goal.left()) && !isLength(name, goal.right())) continue;
            Optional<Term> low = bounds.stream().filter(bound -> bound.comparison() == Comparison.AT_LEAST && Names.free(bound.term()).isEmpty())
                    .map(Declaration.Bound::term).reduce((natural, sharper) -> sharper);
            if (low.isEmpty()) continue;
            try {
                all.add(new Generalised(name, new Formula.ForAll(new Range(index, low.get(), Optional.empty(), Optional.empty()),
                        Formula.substitute(Substitution.of(name, Term.index(index)), goal))));
            } catch (IllTyped itIsASize) {
                continue;
            }
        }
        return all;
    }

    private static boolean isLength(String name, Term term) {
        boolean here = switch (term) {
            case Term.Big big -> big.range().upper().filter(high -> Names.occursFree(name, high)).isPresent();
            case Term.Apply(Operator operator, List<Term> arguments, Sort ignored) -> operator == Operator.POWER && Names.occursFree(name, arguments.get(1));
            default -> false;
        };
        return here || term.children().stream().anyMatch(child -> isLength(name, child));
    }

    /** Each sum and product that ends one after the index, as that up to the index and its last member; such sums speak of no bound index. */
    static List<Formula.Relation> lastMembers(List<Formula.Relation> relations, Term index) {
        List<Formula.Relation> equations = new ArrayList<>();
        Set<Term> terms = new LinkedHashSet<>();
        for (Formula.Relation relation : relations) {
            outer(relation.left(), terms);
            outer(relation.right(), terms);
        }
        Term next = Term.add(index, Term.number(1));
        for (Term term : terms)
            if (term instanceof Term.Big big && (big.operator() == BigOperator.SUM || big.operator() == BigOperator.PRODUCT) && big.range().except().isEmpty()
                    && big.range().upper().filter(high -> IndexPolynomial.equal(high, next)).isPresent()) {
                Term before = Term.big(big.operator(), new Range(big.range().index(), big.range().low(), index), big.body());
                Term last = Substitution.of(big.range().index(), next).apply(big.body());
                equations.add(Formula.equal(big, big.operator() == BigOperator.SUM ? Term.add(before, last) : Term.multiply(before, last)));
            }
        return equations;
    }

    /** Each power of a sum with an exponent one above the index, as a hint that takes one factor off. */
    static List<Derivation.Reason.Fact> nextPowers(Formula.Relation relation, Term index) {
        List<Derivation.Reason.Fact> hints = new ArrayList<>();
        Set<Term> terms = new LinkedHashSet<>();
        outer(relation.left(), terms);
        outer(relation.right(), terms);
        for (Term term : terms)
            if (term instanceof Term.Apply(Operator operator, List<Term> arguments, Sort sort) && operator == Operator.POWER && sort.isScalar()
                    && arguments.getFirst() instanceof Term.Apply && arguments.get(1).sort() instanceof Sort.Int
                    && Names.occursFree(((Term.Symbol) index).name(), arguments.get(1))) {
                Map<String, Term> named = new LinkedHashMap<>();
                named.put("z", arguments.getFirst());
                named.put("k", IndexPolynomial.of(Term.subtract(arguments.get(1), Term.number(1))).toTerm());
                hints.add(new Derivation.Reason.Fact(NEXT_POWER, List.of(), named));
            }
        return hints;
    }

    private static void outer(Term term, Set<Term> found) {
        found.add(term);
        if (term instanceof Term.Big || term instanceof Term.Contract) return;
        term.children().forEach(child -> outer(child, found));
    }
}
