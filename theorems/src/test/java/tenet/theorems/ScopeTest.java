package tenet.theorems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Declaration.Bound;
import tenet.symbolic.formula.Declaration.Parameter;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class ScopeTest {
    private static final Term L = Term.index("L");
    private static final Range LAYERS = new Range("l", Term.number(0), L);
    private static final Parameter DEPTH = new Parameter("L", List.of(), Sort.INT, List.of(atLeast(0), atLeast(2)));
    private static final Parameter WIDTHS = new Parameter("d", List.of(LAYERS), Sort.INT, List.of(atLeast(0), atLeast(1)));
    private static final Parameter DECAY = new Parameter("lambda", List.of(), Sort.REAL, List.of(atLeast(0)));
    private static final Sort LAYER = Sort.matrix(Term.symbol("d", Sort.INT, Term.index("l")),
            Term.symbol("d", Sort.INT, Term.add(Term.index("l"), Term.number(-1))));
    private static final Declaration WEIGHTS = new Declaration.Variable("W", List.of(new Range("l", Term.number(1), L)), LAYER,
            Declaration.Motion.FIXED);
    private static final Declaration LOSS = new Declaration.Function("loss", List.of(Sort.REAL), Sort.REAL, true, Optional.empty());

    @Test
    void a_scope_names_depth_widths_and_loss() {
        Term norm = Term.apply(tenet.symbolic.term.Operator.NORM, new Term.Symbol("W", List.of(Term.number(1)),
                Signature.at("W", List.of(LAYERS), List.of(Term.number(1))).apply(LAYER)));
        assertThat(scope(Formula.equal(call(norm), call(norm)), DEPTH, WIDTHS, WEIGHTS, LOSS).sentence())
                .isEqualTo("for all L >= 2, all d, any loss");
    }

    @Test
    void names_that_the_statement_does_not_depend_on_are_left_out() {
        assertThat(scope(Formula.equal(L, L), DEPTH, WIDTHS, DECAY, WEIGHTS, LOSS).sentence()).isEqualTo("for all L >= 2");
    }

    @Test
    void a_flow_brings_in_what_its_law_mentions() {
        Declaration x = new Declaration.Variable("x", List.of(), Sort.REAL, Declaration.Motion.FIXED);
        Term state = Term.symbol("x", Sort.REAL);
        Declaration flow = new Declaration.Flow("x", List.of(),
                new Declaration.Law.Follows(Term.multiply(Term.symbol("lambda", Sort.REAL), state)));
        assertThat(scope(Formula.equal(state, state), DECAY, x).sentence()).isEqualTo("for all x");
        assertThat(scope(Formula.equal(state, state), DECAY, x, flow).sentence()).isEqualTo("for all lambda >= 0");
    }

    @Test
    void two_bounds_are_one_chain() {
        Parameter between = new Parameter("n", List.of(), Sort.INT,
                List.of(atLeast(0), atLeast(2), new Bound(Comparison.AT_MOST, Term.number(5))));
        assertThat(scope(Formula.equal(Term.index("n"), Term.index("n")), between).sentence()).isEqualTo("for all 2 <= n <= 5");
    }

    @Test
    void a_statement_without_parameters_is_one_instance() {
        assertThat(scope(Formula.equal(Term.number(1), Term.number(1))).sentence()).isEqualTo("one instance");
    }

    private static Scope scope(Formula conclusion, Declaration... declarations) {
        return Scope.of(new Statement("my.claim", new Signature(List.of(declarations)), List.of(), conclusion));
    }

    private static Term call(Term argument) {
        return new Term.Call("loss", List.of(argument), Sort.REAL);
    }

    private static Bound atLeast(long bound) {
        return new Bound(Comparison.AT_LEAST, Term.number(bound));
    }
}
