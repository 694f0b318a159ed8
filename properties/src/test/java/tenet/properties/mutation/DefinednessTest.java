package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Printer;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.SourceReader;

class DefinednessTest {
    private static List<Formula> conditions(String clauses) throws InvalidInput {
        String text = "theorem t\n" + clauses.lines().map(line -> "  " + line + "\n").reduce("", String::concat);
        Statement statement = SourceReader.parse("mine.tenet", text, Optional.empty(), Library.EMPTY).document().claims().getFirst().statement();
        return Definedness.conditions(statement);
    }

    private static List<String> words(String clauses) throws InvalidInput {
        return conditions(clauses).stream().map(Printer::print).toList();
    }

    @Test
    void denominators_logarithms_and_roots_need_their_signs() throws InvalidInput {
        assertThat(words("param x, y, z, u : real\nshow 1/x + log(y) + sqrt(z) <= u^(-1/2) + u^2"))
                .containsExactly("x != 0", "y > 0", "z >= 0", "u > 0");
    }

    @Test
    void each_factor_of_a_denominator_must_not_vanish_and_a_norm_is_positive_then() throws InvalidInput {
        assertThat(words("param x : real\nparam c : real > 0\nvar w : real[2]\nshow 3/(-2*c*x^3*norm(w)) <= x")).containsExactly("x != 0", "norm(w) > 0");
    }

    @Test
    void definitions_are_looked_into_and_conditions_hold_in_their_ranges() throws InvalidInput {
        assertThat(words("param n : nat >= 1\nvar w[i in 1..n] : real[2]\nlet total = sum(i in 1..n, 1/norm(w[i]))\nshow total >= 0"))
                .containsExactly("for i in 1..n: norm(w[i]) > 0");
    }

    @Test
    void what_an_empty_range_or_a_quantified_index_leaves_open_is_no_condition() throws InvalidInput {
        assertThat(words("param n : nat\nparam x : real\nshow sum(i in 1..n, i/x) <= sum(i in 1..n, i/x) + 1")).isEmpty();
        assertThat(words("param n : nat\nparam x[i in 1..n] : real\nshow for i in 1..n: 1/x[i] <= 1/x[i] + 1")).isEmpty();
    }

    @Test
    void one_of_several_comparisons_tells_nothing_of_the_others() throws InvalidInput {
        assertThat(words("param x : real\nshow x^2 >= 0 and 1/x <= 1/x + 1")).isEmpty();
    }

    @Test
    void powers_that_may_be_natural_and_arguments_that_may_be_left_aside_are_no_conditions() throws InvalidInput {
        assertThat(words("param N : nat >= 1\nparam x : real\nfun five(y : real) : real = 5\nshow x^(2/N) + five(1/x) <= x^(2/N) + 6")).isEmpty();
    }

    @Test
    void an_exponent_that_is_negative_for_all_sizes_and_indices_needs_a_base_that_is_not_zero() throws InvalidInput {
        assertThat(words("param L : nat >= 2\nvar w : real[2]\nfor l in 1..L-1\nshow norm(w)^(l/L - 1) <= norm(w)^(l/L - 1) + 1")).containsExactly("norm(w) > 0");
        assertThat(words("param L : nat >= 1\nvar w : real[2]\nfor l in 1..L\nshow norm(w)^(l/L - 1) <= norm(w)^(l/L - 1) + 1")).isEmpty();
    }

    @Test
    void what_a_hypothesis_or_a_bound_says_need_not_be_assumed_again() throws InvalidInput {
        assertThat(words("param x : real\nparam c : real >= 1\ngiven away: x != 0\nshow 1/(c*x) <= 1/(c*x) + 1")).isEmpty();
    }

    @Test
    void a_number_that_is_not_zero_is_positive_or_negative() throws InvalidInput {
        assertThat(Definedness.ways(conditions("param x, y : real\nshow 1/x + log(y) <= 1/x + log(y) + 1")).stream()
                .map(way -> way.stream().map(Printer::print).toList()).toList())
                .containsExactly(List.of("x > 0", "y > 0"), List.of("x < 0", "x != 0 and x < 0", "y > 0"));
        assertThat(Definedness.ways(List.of())).containsExactly(List.of());
    }
}
