package tenet.symbolic.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.Term;

/** A part of the author's argument. The search follows it; nothing in it is trusted. */
public sealed interface Derivation {
    Claim.Place place();

    /** An intermediate fact, itself derived: {@code have lower: E[1,2] >= 1 - s by residual}. */
    record Have(String name, Formula formula, List<Reason> reasons, List<Derivation> inner, Claim.Place place) implements Derivation {
        public Have {
            reasons = List.copyOf(reasons);
            inner = List.copyOf(inner);
        }
    }

    /** The goal in each of two cases, one the negation of the other: {@code case small: s < 1 {...} case large: s >= 1 {...}}. */
    record Cases(List<Case> cases, Claim.Place place) implements Derivation {
        public Cases {
            cases = List.copyOf(cases);
        }
    }

    /** What a case assumes, by what name, and how the goal follows. */
    record Case(String name, Formula formula, List<Derivation> inner, Claim.Place place) {
        public Case {
            inner = List.copyOf(inner);
        }
    }

    /** A calculation {@code a = b by ... <= c by ...} that ends in the goal. */
    record Calc(Term start, List<Step> steps, Claim.Place place) implements Derivation {
        public Calc {
            steps = List.copyOf(steps);
        }
    }

    record Step(Comparison comparison, Term right, List<Reason> reasons, Claim.Place place) {
        public Step {
            reasons = List.copyOf(reasons);
        }
    }

    /** The goal follows at once: {@code by balancedness, ring}. */
    record By(List<Reason> reasons, Claim.Place place) implements Derivation {
        public By {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A hint: the name of a hypothesis, of a {@code have}, of a theorem or of a lemma, with its instance where given,
     * or a way to go on ({@code induction}).
     */
    sealed interface Reason {
        /**
         * A fact by name; {@code arguments} instantiate a lemma's variables or a quantifier's names, in order, and
         * {@code named} those that are given by name: a family by a term in its indices, {@code a[n] := b[n]^2}.
         */
        record Fact(String name, List<Term> arguments, Map<String, Term> named) implements Reason {
            public Fact {
                arguments = List.copyOf(arguments);
                named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
            }

            public Fact(String name, List<Term> arguments) {
                this(name, arguments, Map.of());
            }
        }

        /** Words for the reader that name a law the kernel has built in: {@code product rule}, {@code powers}. */
        record Law(String words) implements Reason {
        }

        /** Induction on a quantified index, upwards from the low end or downwards from the high end. */
        record Induction(String index, boolean downwards) implements Reason {
        }
    }
}
