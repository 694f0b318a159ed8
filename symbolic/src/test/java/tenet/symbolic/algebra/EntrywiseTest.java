package tenet.symbolic.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class EntrywiseTest {
    private static final Sort SHAPE = Sort.matrix(Term.number(2), Term.number(2));

    private static Term member(Term index) {
        return new Term.Symbol("W", java.util.List.of(index), SHAPE);
    }

    private static Term chain(int low, int high) {
        return Term.big(BigOperator.CHAIN, new Range("k", Term.number(low), Term.number(high)), member(Term.index("k")));
    }

    @Test
    void a_chain_of_known_length_is_the_product_of_its_members_the_last_one_first() {
        assertThat(Entrywise.of(chain(1, 3)))
                .isEqualTo(Entrywise.of(Term.apply(Operator.MULTIPLY, member(Term.number(3)), member(Term.number(2)), member(Term.number(1)))))
                .isNotEqualTo(Entrywise.of(Term.apply(Operator.MULTIPLY, member(Term.number(1)), member(Term.number(2)), member(Term.number(3)))));
    }

    @Test
    void an_empty_chain_is_the_identity_and_one_that_runs_backwards_is_not() {
        assertThat(Entrywise.of(chain(1, 0))).isEqualTo(Entrywise.of(Term.apply(Operator.IDENTITY, Term.number(2))));
        assertThat(Entrywise.of(chain(2, 0)).toString()).contains("entry(chain(");
    }

    @Test
    void a_long_chain_is_left_alone() {
        assertThat(Entrywise.of(chain(1, 17)).toString()).contains("entry(chain(");
    }
}
