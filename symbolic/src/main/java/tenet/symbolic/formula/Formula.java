package tenet.symbolic.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** A statement about the state at one time of a trajectory. */
public sealed interface Formula {
    /** Two terms compared; inequalities compare numbers. */
    record Relation(Comparison comparison, Term left, Term right) implements Formula {
        public Relation {
            boolean scalars = left.sort().isScalar() && right.sort().isScalar();
            if (!scalars && !Sort.same(left.sort(), right.sort()))
                throw new IllTyped("cannot compare " + left + ", a " + left.sort() + ", with " + right + ", a " + right.sort());
            if (!scalars && comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL)
                throw new IllTyped("only numbers are ordered, not " + left.sort());
        }

        @Override
        public String toString() {
            return left + " " + comparison.sign() + " " + right;
        }
    }

    /** All of the parts (none: true). */
    record And(List<Formula> parts) implements Formula {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Formula::toString).collect(Collectors.joining(" and ", "(", ")"));
        }
    }

    /** The body at each index of the range; true when the range is empty. The range may have no upper end. */
    record ForAll(Range range, Formula body) implements Formula {
        @Override
        public String toString() {
            return "for " + range + ": " + body;
        }
    }

    /** The body for every value of a sort: {@code for X : real[2,2]: N(-X) = N(X)}. */
    record ForEvery(String name, Sort sort, Formula body) implements Formula {
        @Override
        public String toString() {
            return "for " + name + " : " + sort + ": " + body;
        }
    }

    /** The body at the start of the trajectory. Not nested. */
    record Initially(Formula body) implements Formula {
        @Override
        public String toString() {
            return "initially " + body;
        }
    }

    static Relation equal(Term left, Term right) {
        return new Relation(Comparison.EQUAL, left, right);
    }

    /** Substitutes in every term, renaming bound names where a replacement would be captured. */
    static Formula substitute(Substitution substitution, Formula formula) {
        return switch (formula) {
            case Relation(Comparison comparison, Term left, Term right) ->
                    new Relation(comparison, substitution.apply(left), substitution.apply(right));
            case And(List<Formula> parts) -> new And(parts.stream().map(part -> substitute(substitution, part)).toList());
            case ForAll(Range range, Formula body) -> {
                Substitution.Entered entered = substitution.enter(range, () -> freeNames(body));
                yield new ForAll(entered.range(), substitute(entered.inside(), body));
            }
            case ForEvery(String name, Sort sort, Formula body) -> {
                Set<String> taken = substitution.names();
                if (taken.contains(name)) taken.addAll(freeNames(body));
                String fresh = Names.renamed(name, taken);
                Formula renamed = fresh.equals(name) ? body
                        : substitute(Substitution.of(name, new Term.Symbol(fresh, List.of(), sort)), body);
                yield new ForEvery(fresh, substitution.apply(sort), substitute(substitution, renamed));
            }
            case Initially(Formula body) -> new Initially(substitute(substitution, body));
        };
    }

    /** The names that occur free. */
    static Set<String> freeNames(Formula formula) {
        Set<String> names = new LinkedHashSet<>();
        switch (formula) {
            case Relation(Comparison ignored, Term left, Term right) -> {
                names.addAll(Names.free(left));
                names.addAll(Names.free(right));
            }
            case And(List<Formula> parts) -> parts.forEach(part -> names.addAll(freeNames(part)));
            case ForAll(Range range, Formula body) -> {
                names.addAll(freeNames(body));
                names.remove(range.index());
                names.addAll(Names.free(range.low()));
                range.upper().ifPresent(bound -> names.addAll(Names.free(bound)));
                range.except().ifPresent(bound -> names.addAll(Names.free(bound)));
            }
            case ForEvery(String name, Sort sort, Formula body) -> {
                names.addAll(freeNames(body));
                names.remove(name);
                names.addAll(Names.free(new Term.Symbol(name, List.of(), sort)));
                names.remove(name);
            }
            case Initially(Formula body) -> names.addAll(freeNames(body));
        }
        return names;
    }
}
