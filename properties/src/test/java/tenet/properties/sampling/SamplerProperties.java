package tenet.properties.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static tenet.properties.ClaimFile.CLAIMS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.FunctionModel;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.evaluation.Truth;
import tenet.numeric.linear.Matrices;
import tenet.numeric.linear.Value;
import tenet.properties.exact.Choices;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.Rational;

class SamplerProperties {
    private static final Matrices<Rational> MATRICES = new Matrices<>(new Rationals());
    private final Map<String, Sampler> samplers = new TreeMap<>();

    private Sampler sampler(String id) {
        return samplers.computeIfAbsent(id, name -> new Sampler(CLAIMS.statement(name), CLAIMS.sampling(name)));
    }

    /** The draw itself, whether or not verification accepted it: construction alone must do. */
    private Sample draw(String id, int number) {
        return sampler(id).draw(Choices.fresh(3, number));
    }

    private Truth truth(String id, String formula, Instance instance) {
        Formula parsed = Parser.parseFormula(formula, CLAIMS.statement(id).signature()).value().orElseThrow();
        return new Evaluation<>(sampler(id).premises().primitives(), State.of(new Rationals(), instance)).holds(parsed);
    }

    @Property(tries = 100)
    void constructed_layers_are_exactly_balanced(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("end-to-end", number).instance().orElseThrow();
        int depth = instance.value("L", List.of()).orElseThrow().entries().getFirst().numerator().intValue();
        for (int l = 1; l < depth; l++) {
            Value<Rational> inner = instance.value("W", List.of(l)).orElseThrow();
            Value<Rational> outer = instance.value("W", List.of(l + 1)).orElseThrow();
            assertThat(MATRICES.multiply(MATRICES.transpose(outer), outer).entries()).isEqualTo(MATRICES.multiply(inner, MATRICES.transpose(inner)).entries());
        }
    }

    @Property(tries = 100)
    void singular_triples_hold_with_their_rates(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Sample sample = draw("sv-dynamics", number);
        assertThat(sample.reason()).isIn("", "positive fails", "no rates satisfy the derivatives of the hypotheses");
        Instance instance = sample.instance().orElseThrow();
        assertThat(truth("sv-dynamics", "E*v = sigma*u and E^T*u = sigma*v and norm(u)^2 = 1 and norm(v)^2 = 1", instance)).isEqualTo(Truth.HOLDS);
        if (sample.standing() == Sample.Standing.ACCEPTED)
            assertThat(truth("sv-dynamics", "(E*v)' = (sigma*u)' and (E^T*u)' = (sigma*v)' and inner(u, u') = 0 and inner(v, v') = 0", instance)).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 60)
    void vectors_of_equal_norm_are_exactly_that(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("component-norm", number).instance().orElseThrow();
        assertThat(truth("component-norm", "for n, m in 1..N: norm(w[n,r]) = norm(w[m,r])", instance)).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 60)
    void residuals_are_rational_points_of_a_sphere(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("entry-lower", number).instance().orElseThrow();
        assertThat(truth("entry-lower", "s^2 = (E[1,2]-1)^2 + (E[2,1]-1)^2 + E[2,2]^2 and 0 < s < 1", instance)).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 60)
    void isometries_and_symmetric_matrices_are_exactly_that(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Sample sample = draw("isometries", number);
        assertThat(sample.standing()).isEqualTo(Sample.Standing.ACCEPTED);
        assertThat(truth("isometries", "Q^T*Q = identity(r) and P*P^T = identity(r) and S^T = S", sample.instance().orElseThrow())).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 60)
    void two_singular_values_are_those_of_their_matrix(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("two-singular-values", number).instance().orElseThrow();
        assertThat(truth("two-singular-values", "s1*s2 = abs(det(W)) and s1^2 + s2^2 = norm(W)^2 and s1 >= s2 and s2 >= 0", instance)).isEqualTo(Truth.HOLDS);
    }

    @Property(tries = 60)
    void residuals_may_be_taken_against_free_numbers(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("free-observations", number).instance().orElseThrow();
        assertThat(truth("free-observations", "s^2 = (W[1,2] - z)^2 + (W[2,1] - y)^2 + W[2,2]^2", instance)).isEqualTo(Truth.HOLDS);
    }

    /** Eigenvalues that differ by a factor of 1e20 are not recognised as rational: such draws are rejected. */
    @Example
    void positive_semidefinite_roots_are_exact() {
        long exact = java.util.stream.IntStream.range(0, 60).filter(number ->
                truth("psd-roots", "A^L = E*E^T", draw("psd-roots", number).instance().orElseThrow()) == Truth.HOLDS).count();
        assertThat(exact).isGreaterThanOrEqualTo(57);
    }

    @Property(tries = 60)
    void starts_of_trajectories_have_the_determinant_asked_for(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Sample sample = new Sampler(CLAIMS.statement("determinant-sign"), CLAIMS.sampling("determinant-sign"), true).draw(Choices.fresh(3, number));
        assertThat(sample.reason()).isIn("", "positive fails");
        Truth positive = truth("determinant-sign", "det(E) > 0", sample.instance().orElseThrow());
        Truth zero = truth("determinant-sign", "det(E) = 0", sample.instance().orElseThrow());
        assertThat(positive == Truth.HOLDS || zero == Truth.HOLDS).isTrue();
    }

    @Property(tries = 100)
    void sampling_clauses_are_respected(@ForAll @IntRange(min = 0, max = 5000) int number) {
        Instance instance = draw("component-norm", number).instance().orElseThrow();
        assertThat(instance.value("N", List.of()).orElseThrow().entries().getFirst().toDouble()).isBetween(2.0, 3.0);
        assertThat(instance.value("R", List.of()).orElseThrow().entries().getFirst().toDouble()).isBetween(1.0, 2.0);
        assertThat(instance.values().get("d").values()).allSatisfy(width -> assertThat(width.entries().getFirst().toDouble()).isBetween(1.0, 3.0));
    }

    @Example
    void most_draws_are_accepted_and_shapes_vary() {
        int accepted = 0;
        boolean rectangular = false;
        boolean deficient = false;
        for (int i = 0; i < 100; i++) {
            Sample sample = draw("end-to-end", i);
            if (sample.standing() == Sample.Standing.ACCEPTED) accepted++;
            Instance instance = sample.instance().orElseThrow();
            Value.Matrix<Rational> first = MATRICES.matrix(instance.value("W", List.of(1)).orElseThrow());
            rectangular |= first.rows() != first.columns();
            deficient |= tenet.numeric.linear.Rank.exact(first) < Math.min(first.rows(), first.columns());
        }
        assertThat(accepted).isGreaterThan(95);
        assertThat(rectangular).isTrue();
        assertThat(deficient).isTrue();
    }

    @Example
    void axioms_of_norms_are_known_of_the_norms_drawn_and_of_no_others() {
        List<Sample> samples = java.util.stream.IntStream.range(0, 60).mapToObj(i -> draw("norm-lower", i)).toList();
        assertThat(samples).anyMatch(sample -> sample.standing() == Sample.Standing.ACCEPTED);
        assertThat(samples).noneMatch(sample -> sample.standing() == Sample.Standing.DOUBTFUL);
        for (Sample sample : samples) {
            if (sample.standing() != Sample.Standing.ACCEPTED) continue;
            Rational constant = sample.instance().orElseThrow().value("c", List.of()).orElseThrow().entries().getFirst();
            switch (sample.instance().orElseThrow().function("N").orElseThrow()) {
                case FunctionModel.WeightedNorm norm -> {
                    boolean half = norm.exponent().filter(exponent -> exponent.equals(Rational.of(1, 2))).isPresent();
                    assertThat(constant).isGreaterThanOrEqualTo(half ? Rational.of(2) : Rational.ONE);
                }
                case FunctionModel.LinearForms forms -> {
                    assertThat(forms.kind()).isNotEqualTo(FunctionModel.LinearForms.Kind.LEAST);
                    assertThat(forms.cap()).isEmpty();
                    assertThat(constant).isGreaterThanOrEqualTo(Rational.ONE);
                }
                case FunctionModel.Quadratic smooth -> throw new AssertionError(smooth);
                case FunctionModel.Ridges smooth -> throw new AssertionError(smooth);
            }
        }
    }

    /** Trying some x does not tell that none is stretched by less; the least singular value does. */
    @Example
    void bounds_of_singular_values_are_decided() {
        int tight = 0;
        for (int i = 0; i < 80; i++) {
            Sample sample = draw("stretching", i);
            assertThat(sample.standing()).as("c is lowered until the bound holds").isEqualTo(Sample.Standing.ACCEPTED);
            Instance instance = sample.instance().orElseThrow();
            double c = instance.value("c", List.of()).orElseThrow().entries().getFirst().toDouble();
            var singular = tenet.numeric.linear.SingularValues.of((Value.Matrix<Double>) MATRICES.matrix(instance.value("E", List.of()).orElseThrow()).map(Rational::toDouble));
            assertThat(singular.getLast()).isGreaterThanOrEqualTo(c - 1e-9);
            if (c > 0 && singular.getLast() <= c + 1e-9) tight++;
        }
        assertThat(tight).isPositive();
        Instance wrong = Instance.EMPTY.with("n", 2).with("c", List.of(), Value.number(2))
                .with("E", List.of(), Value.matrix(new String[] {"5", "0"}, new String[] {"0", "1"}));
        assertThat(sampler("stretching").given(wrong).standing()).isEqualTo(Sample.Standing.REJECTED);
    }

    @Example
    void what_cannot_be_verified_is_not_accepted() {
        for (int i = 0; i < 100; i++) assertThat(draw("rare", i).standing()).isIn(Sample.Standing.REJECTED, Sample.Standing.UNCLEAR, Sample.Standing.ACCEPTED);
        assertThat(draw("impossible", 0).standing()).isEqualTo(Sample.Standing.REJECTED);
    }
}
