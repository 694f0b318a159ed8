package tenet.numeric.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tenet.numeric.evaluation.ClosedTerms.symbol;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.linear.Value;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.algebra.IndexFacts;
import tenet.symbolic.algebra.Normalizer;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Terms mean the same after normalisation and after substitution: their exact values agree at random instances. */
class NormalFormProperties {
    private static final Term ONE = Term.number(1);
    private static final Term L = Term.index("L");
    private static final Facts FACTS = Facts.of(IndexFacts.NONE.withNonNegative(IndexPolynomial.of(Term.subtract(L, ONE)))
                    .withNonNegative(IndexPolynomial.of(Term.subtract(Term.index("n"), ONE))))
            .with(1, positive(symbol("p")))
            .with(2, new Formula.ForAll(new Range("l", ONE, L), positive(symbol("z", Term.index("l")))));

    private static Formula positive(Term term) {
        return new Formula.Relation(Comparison.GREATER, term, Term.number(0));
    }

    @Property
    void the_normal_form_of_a_number_has_its_value(@ForAll("scalars") Term term, @ForAll("instances") Instance instance) {
        sameValue(term, new Normalizer(FACTS).normal(term), instance);
    }

    @Property
    void the_normal_form_of_a_matrix_has_its_value(@ForAll("matrices") Term term, @ForAll("instances") Instance instance) {
        sameValue(term, new Normalizer(FACTS).normal(term), instance);
    }

    @Property
    void a_ring_identity_of_two_numbers_normalises_to_zero(@ForAll("small") Term left, @ForAll("small") Term right) {
        Term difference = Term.subtract(Term.power(Term.add(left, right), Term.number(2)), Term.add(
                Term.power(Term.subtract(left, right), Term.number(2)), Term.multiply(Term.number(4), left, right)));
        assertEquals(Term.number(0), new Normalizer(FACTS).normal(difference));
    }

    @Property
    void terms_with_one_normal_form_have_one_value(@ForAll("small") Term left, @ForAll("small") Term right, @ForAll("instances") Instance instance) {
        if (new Normalizer(FACTS).of(Term.subtract(left, right)).isZero()) sameValue(left, right, instance);
    }

    @Property
    void a_substituted_symbol_has_the_value_of_what_stands_for_it(@ForAll("scalars") Term term, @ForAll("small") Term replacement,
                                                                 @ForAll("instances") Instance instance) {
        Value<Rational> value = exact(replacement, instance);
        Term substituted = Substitution.of("a", replacement).apply(term);
        sameValue(term, instance.with("a", value), substituted, instance);
    }

    private static void sameValue(Term left, Term right, Instance instance) {
        sameValue(left, instance, right, instance);
    }

    private static void sameValue(Term left, Instance at, Term right, Instance there) {
        Value<Rational> value = exact(left, at);
        try {
            assertEquals(value.entries(), evaluation(there).evaluate(right).entries(), () -> left + "  became  " + right);
        } catch (NotRepresentable root) {
            Assume.that(false);
        }
    }

    /** The value, where there is one and it is rational. */
    private static Value<Rational> exact(Term term, Instance instance) {
        try {
            return evaluation(instance).evaluate(term);
        } catch (Undefined | NotRepresentable none) {
            Assume.that(false);
            throw none;
        }
    }

    private static Evaluation<Rational> evaluation(Instance instance) {
        return new Evaluation<>(new Rationals(), ClosedTerms.SIGNATURE, instance);
    }

    @Provide
    Arbitrary<Term> scalars() {
        return ClosedTerms.scalar(3);
    }

    @Provide
    Arbitrary<Term> small() {
        return ClosedTerms.scalar(1);
    }

    @Provide
    Arbitrary<Term> matrices() {
        return ClosedTerms.matrix(3);
    }

    @Provide
    Arbitrary<Instance> instances() {
        return ClosedTerms.instances();
    }
}
