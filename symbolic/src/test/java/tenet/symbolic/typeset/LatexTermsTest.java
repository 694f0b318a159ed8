package tenet.symbolic.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tenet.symbolic.typeset.Examples.L;
import static tenet.symbolic.typeset.Examples.N;
import static tenet.symbolic.typeset.Examples.ONE;
import static tenet.symbolic.typeset.Examples.TWO;
import static tenet.symbolic.typeset.Examples.chain;
import static tenet.symbolic.typeset.Examples.d;
import static tenet.symbolic.typeset.Examples.endToEnd;
import static tenet.symbolic.typeset.Examples.i;
import static tenet.symbolic.typeset.Examples.inner;
import static tenet.symbolic.typeset.Examples.layer;
import static tenet.symbolic.typeset.Examples.norm;
import static tenet.symbolic.typeset.Examples.plus;
import static tenet.symbolic.typeset.Examples.rate;
import static tenet.symbolic.typeset.Examples.real;
import static tenet.symbolic.typeset.Examples.t;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

class LatexTermsTest {
    private static final Term X = real("x");
    private static final Term Y = real("y");
    private static final Term Z = real("z");
    private static final Term SQUARE = Term.symbol("M", Sort.matrix(N, N));

    private static void set(String latex, Term term) {
        assertEquals(latex, LatexTerms.latex(term));
    }

    @Test
    void matrix_products_are_juxtaposed() {
        set("W_{l+1}^{\\top} W_{l+1}", Term.multiply(t(layer(plus(i("l"), 1))), layer(plus(i("l"), 1))));
    }

    @Test
    void a_numeral_on_the_right_needs_a_dot() {
        set("2 x", Term.multiply(TWO, X));
        set("x \\cdot 2", Term.multiply(X, TWO));
        set("3 \\cdot 2^{x}", Term.multiply(Term.number(3), Term.power(TWO, X)));
        set("2 \\cdot \\tfrac{1}{2}", Term.multiply(TWO, Term.number(Rational.of(1, 2))));
        set("2 \\cdot \\frac{x}{y}", Term.multiply(TWO, Term.divide(X, Y)));
    }

    @Test
    void sums_under_products_and_powers_are_bracketed() {
        set("(x + y) z", Term.multiply(Term.add(X, Y), Z));
        set("(x + y)^{2}", Term.power(Term.add(X, Y), TWO));
        set("(x y)^{2}", Term.power(Term.multiply(X, Y), TWO));
        set("(x^{y})^{z}", Term.power(Term.power(X, Y), Z));
        set("(-x)^{2}", Term.power(Term.negate(X), TWO));
        set("(-2)^{x}", Term.power(Term.number(-2), X));
    }

    @Test
    void signs_are_drawn_into_sums() {
        set("x - y", Term.subtract(X, Y));
        set("x - (y + z)", Term.subtract(X, Term.add(Y, Z)));
        set("x - 2 y", Term.add(X, Term.multiply(Term.number(-2), Y)));
        set("x (-y)", Term.multiply(X, Term.negate(Y)));
        set("-(-x)", new Term.Apply(Operator.NEGATE, List.of(Term.negate(X)), Sort.REAL));
        set("x - \\frac{y}{z}", Term.add(X, Term.divide(Term.negate(Y), Z)));
        set("\\left(-\\frac{y}{z}\\right)^{2}", Term.power(Term.divide(Term.negate(Y), Z), TWO));
    }

    @Test
    void brackets_grow_round_tall_terms_only() {
        set("\\left(x + \\frac{y}{z}\\right)^{2}", Term.power(Term.add(X, Term.divide(Y, Z)), TWO));
        set("(\\tfrac{1}{2})^{x}", Term.power(Term.number(Rational.of(1, 2)), X));
        set("\\left\\lVert \\frac{x}{y}\\right\\rVert", norm(Term.divide(X, Y)));
    }

    @Test
    void chains_show_their_ends() {
        set("W_{L} \\cdots W_{l+1}", chain(L, plus(i("l"), 1)));
        set("W_{2} W_{1}", chain(TWO, ONE));
        set("W_{l}", chain(i("l"), i("l")));
    }

    @Test
    void norms_of_matrices_are_marked_as_frobenius() {
        set("\\lVert w_{n,r} \\rVert", norm(Term.symbol("w", Sort.matrix(d(i("n")), ONE), i("n"), i("r"))));
        set("\\lVert M \\rVert_{F}^{2}", Term.power(norm(SQUARE), TWO));
    }

    @Test
    void inner_products_have_angles() {
        Term u = Term.symbol("u", Sort.matrix(d(L), ONE));
        Term v = Term.symbol("v", Sort.matrix(d(Term.number(0)), ONE));
        set("\\langle \\nabla \\ell(E),\\, u v^{\\top} \\rangle", inner(new Term.Gradient("loss", endToEnd()), Term.multiply(u, t(v))));
    }

    @Test
    void short_rates_are_dotted_and_long_ones_are_fractions() {
        set("\\dot{\\sigma}_{r}", rate(real("sigma_r")));
        set("\\dot{W}_{l}^{\\top}", t(rate(layer(i("l")))));
        set("\\ddot{x}", rate(rate(X)));
        set("\\frac{d}{dt} \\bigl(x y\\bigr)", rate(Term.multiply(X, Y)));
        set("\\frac{d}{dt} \\lVert x \\rVert", rate(norm(X)));
        set("\\left(\\frac{d}{dt} \\lVert x \\rVert\\right) y", Term.multiply(rate(norm(X)), Y));
        set("\\frac{d}{dt} \\mathrm{speed}", rate(real("speed")));
    }

    @Test
    void big_operators_reach_to_the_right() {
        Range range = new Range("l", ONE, L);
        Term sum = Term.big(BigOperator.SUM, range, real("a", i("l")));
        set("\\sum_{l=1}^{L} a_{l}", sum);
        set("x \\, \\sum_{l=1}^{L} a_{l}", Term.multiply(X, sum));
        set("\\left(\\sum_{l=1}^{L} a_{l}\\right) \\, x", Term.multiply(sum, X));
        set("\\sum_{l=1}^{L} (a_{l} + x)", Term.big(BigOperator.SUM, range, Term.add(real("a", i("l")), X)));
        set("\\prod_{\\substack{m=1 \\\\ m \\ne n}}^{N} a_{m}",
                Term.big(BigOperator.PRODUCT, new Range("m", ONE, N).without(i("n")), real("a", i("m"))));
    }

    @Test
    void names_are_set_as_the_field_writes_them() {
        set("\\sigma", real("sigma"));
        set("\\sigma_{r}", real("sigma_r"));
        set("\\lambda_{\\mathrm{max},2}", real("lambda_max2"));
        set("x_{1}", real("x1"));
        set("\\mathrm{rate}", real("rate"));
        set("\\hat{x}_{l}", real("x_hat", i("l")));
        set("\\bullet", real("?"));
        set("\\ell(E)", new Term.Call("loss", List.of(endToEnd()), Sort.REAL));
        set("\\operatorname{sq}(x)", new Term.Call("sq", List.of(X), Sort.REAL));
        set("\\mathrm{rate} \\, \\mathrm{speed}", Term.multiply(real("rate"), real("speed")));
    }

    @Test
    void a_name_is_never_read_as_code() {
        set("\\text{a\\textbackslash{}input b}", real("a\\input b"));
    }

    @Test
    void entries_are_subscripts() {
        set("M_{1,2}", Term.apply(Operator.ENTRY, SQUARE, ONE, TWO));
        set("(W_{l})_{1,2}", Term.apply(Operator.ENTRY, layer(i("l")), ONE, TWO));
        set("(M M)_{1,2}", Term.apply(Operator.ENTRY, Term.multiply(SQUARE, SQUARE), ONE, TWO));
    }

    @Test
    void exponents_hold_slashed_fractions() {
        set("x^{2-2/L}", Term.power(X, Term.subtract(TWO, Term.divide(TWO, L))));
        set("(M M^{\\top})^{(L-l)/L}", Term.power(Term.multiply(SQUARE, t(SQUARE)), Term.divide(Term.subtract(L, i("l")), L)));
    }

    @Test
    void functions_of_matrices_are_operators() {
        set("\\operatorname{tr}(M)", Term.apply(Operator.TRACE, SQUARE));
        set("\\det(M)", Term.apply(Operator.DETERMINANT, SQUARE));
        set("\\operatorname{adj}(M)", Term.apply(Operator.ADJUGATE, SQUARE));
        set("M^{-1}", Term.apply(Operator.INVERSE, SQUARE));
        set("(M^{-1})^{\\top}", t(Term.apply(Operator.INVERSE, SQUARE)));
        set("I_{N}", Term.apply(Operator.IDENTITY, N));
        set("\\begin{pmatrix} x & y \\\\ 0 & 1 \\end{pmatrix}", new Term.MatrixLiteral(List.of(List.of(X, Y), List.of(Term.number(0), ONE))));
    }

    @Test
    void functions_of_singular_values_have_their_usual_signs() {
        set("\\lVert M \\rVert_{*}", Term.apply(Operator.NUCLEAR_NORM, SQUARE));
        set("\\lVert M \\rVert_{2}", Term.apply(Operator.SPECTRAL_NORM, SQUARE));
        set("\\lVert M \\rVert_{S_{1/2}}", Term.apply(Operator.SCHATTEN, SQUARE, Term.number(Rational.of(1, 2))));
        set("\\sigma_{2}(M)", Term.apply(Operator.SINGULAR_VALUE, SQUARE, TWO));
        set("\\operatorname{erank}(M)", Term.apply(Operator.EFFECTIVE_RANK, SQUARE));
        set("\\operatorname{dist}(M,\\, \\mathcal{M}_{1})", Term.apply(Operator.RANK_DISTANCE, SQUARE, ONE));
        set("\\operatorname{rank}(M)", Term.apply(Operator.RANK, SQUARE));
        set("\\operatorname{dist}\\left(\\begin{pmatrix} x & y \\end{pmatrix},\\, \\mathcal{M}_{1}\\right)",
                Term.apply(Operator.RANK_DISTANCE, new Term.MatrixLiteral(List.of(List.of(X, Y))), ONE));
    }

    @Test
    void long_terms_break_before_summands_and_inside_brackets() {
        Term sum = Term.add(Term.power(X, TWO), Term.multiply(TWO, X, Y), Term.power(Y, TWO));
        assertEquals(List.of("x^{2} + 2 x y", "+ y^{2}"), LatexLines.of(sum, 50));
        assertEquals(List.of("z \\bigl(x^{2} + 2 x y", "+ y^{2}\\bigr)"), LatexLines.of(Term.multiply(Z, sum), 62));
        assertEquals(List.of("x y", "\\cdot z"), LatexLines.of(Term.multiply(X, Y, Z), 15));
    }
}
