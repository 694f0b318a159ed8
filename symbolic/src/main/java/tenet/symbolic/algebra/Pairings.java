package tenet.symbolic.algebra;

import java.util.List;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Normal forms of inner products and of tensors paired with vectors: multilinear in all of them. Trusted. */
final class Pairings {
    private final Normalizer normalizer;
    private final FreshNames names;
    private final Products products;

    Pairings(Normalizer normalizer, FreshNames names, Products products) {
        this.normalizer = normalizer;
        this.names = names;
        this.products = products;
    }

    NormalForm ofInner(Term left, Term right) {
        if (left.sort().isScalar()) return products.times(normalizer.of(left), normalizer.of(right));
        if (left.sort() instanceof Sort.Matrix) return normalizer.trace(Term.multiply(Term.transpose(left), right));
        NormalForm result = NormalForm.ZERO;
        for (var x : normalizer.of(left).terms().entrySet())
            for (var y : normalizer.of(right).terms().entrySet()) {
                NormalForm scalars = products.times(NormalForm.of(x.getKey().withWord(List.of()), x.getValue()),
                        NormalForm.of(y.getKey().withWord(List.of()), y.getValue()));
                if (!x.getKey().binders().isEmpty() || !y.getKey().binders().isEmpty()) return normalizer.atom(Term.apply(Operator.INNER, normalizer.normal(left), normalizer.normal(right)));
                result = result.plus(products.times(scalars, pairing(tensor(x.getKey()), tensor(y.getKey()))));
            }
        return result;
    }

    private static Term tensor(Monomial monomial) {
        return ((Letter.Atom) monomial.word().getFirst()).base();
    }

    /** Inner product of two tensor atoms: with an outer product it is a pairing, multilinear in the vectors. */
    private NormalForm pairing(Term a, Term b) {
        if (a instanceof Term.Big && !(b instanceof Term.Big)) return pairing(b, a);
        if (b instanceof Term.Big(BigOperator operator, Range range, Term body, Sort ignored) && operator == BigOperator.OUTER) {
            if (a instanceof Term.Big(BigOperator other, Range modes, Term vector, Sort s) && other == BigOperator.OUTER) {
                Term renamed = Substitution.of(modes.index(), Term.index(range.index())).apply(vector);
                return normalizer.of(Term.big(BigOperator.PRODUCT, range, Term.apply(Operator.INNER, renamed, body)));
            }
            Split split = split(range, body);
            Term outer = Term.big(BigOperator.OUTER, split.range(), split.vector());
            return products.times(split.scalars(), normalizer.atom(Term.apply(Operator.INNER, a, outer)));
        }
        boolean ordered = a.toString().compareTo(b.toString()) <= 0;
        return normalizer.atom(Term.apply(Operator.INNER, ordered ? a : b, ordered ? b : a));
    }

    /** The vector of a multilinear expression without its scalar factors, and the product of those over the range. */
    record Split(Range range, Term vector, NormalForm scalars) {
    }

    Split split(Range range, Term body) {
        Range fresh = BigOperators.bounds(range).renamed(names.next());
        Term renamed = Substitution.of(range.index(), Term.index(fresh.index())).apply(body);
        Normalizer inside = normalizer.under(List.of(fresh));
        NormalForm form = inside.of(renamed);
        NormalForm scalars = NormalForm.ONE;
        Term vector = form.toTerm(renamed.sort());
        if (form.single().isPresent() && form.single().get().getKey().binders().isEmpty()) {
            Monomial monomial = form.single().get().getKey();
            vector = Letter.toTerm(monomial.word());
            scalars = normalizer.bigOperators().product(fresh, NormalForm.of(monomial.withWord(List.of()), form.single().get().getValue()));
        }
        Range named = fresh.renamed(BigOperators.boundName(vector));
        return new Split(named, Substitution.of(fresh.index(), Term.index(named.index())).apply(vector), scalars);
    }

    NormalForm ofContract(Term.Contract contract) {
        NormalForm result = NormalForm.ZERO;
        Split split = split(contract.range(), contract.body());
        for (var entry : normalizer.of(contract.tensor()).terms().entrySet()) {
            if (!entry.getKey().binders().isEmpty()) return normalizer.atom(new Term.Contract(normalizer.normal(contract.tensor()), split.range(), split.vector()));
            NormalForm scalars = products.times(NormalForm.of(entry.getKey().withWord(List.of()), entry.getValue()), split.scalars());
            result = result.plus(products.times(scalars, normalizer.atom(new Term.Contract(tensor(entry.getKey()), split.range(), split.vector()))));
        }
        return result;
    }
}
