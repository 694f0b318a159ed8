package tenet.properties.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenet.numeric.algebra.NotRepresentable;
import tenet.numeric.algebra.Undefined;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.linear.Value;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Term;

/** Indices, widths and ends of ranges as integers, while an instance is being built. */
final class Integers {
    /** How many indices of a range without end are looked at. */
    private static final int OPEN_RANGE = 4;

    private Integers() {
    }

    /** @throws tenet.numeric.algebra.NoValue when a symbol has no value yet, or the term is not a polynomial in integers */
    static int value(Term term, Instance instance, Map<String, Integer> bound) {
        Rational sum = Rational.ZERO;
        for (var entry : IndexPolynomial.of(term).terms().entrySet()) {
            Rational product = entry.getValue();
            for (var power : entry.getKey().powers().entrySet())
                product = product.times(Rational.of(symbol(entry.getKey().symbols().get(power.getKey()), instance, bound)).power(power.getValue()));
            sum = sum.plus(product);
        }
        if (!sum.isInteger() || sum.numerator().bitLength() > 31) throw new NotRepresentable("the integer " + term);
        return sum.numerator().intValue();
    }

    private static int symbol(Term term, Instance instance, Map<String, Integer> bound) {
        if (!(term instanceof Term.Symbol symbol)) throw new NotRepresentable("the integer " + term);
        if (symbol.indices().isEmpty() && bound.containsKey(symbol.name())) return bound.get(symbol.name());
        Rational value = instance.value(symbol.name(), all(symbol.indices(), instance, bound)).filter(Value::isNumber)
                .map(number -> number.entries().getFirst()).orElseThrow(() -> new Undefined(symbol + " has no value"));
        return value.numerator().intValueExact();
    }

    static List<Integer> all(List<Term> terms, Instance instance, Map<String, Integer> bound) {
        List<Integer> values = new ArrayList<>(terms.size());
        for (Term term : terms) values.add(value(term, instance, bound));
        return values;
    }

    /** The indices of a range. */
    static List<Integer> range(Range range, Instance instance, Map<String, Integer> bound) {
        int low = value(range.low(), instance, bound);
        int high = range.upper().isPresent() ? value(range.upper().get(), instance, bound) : low + OPEN_RANGE - 1;
        List<Integer> indices = new ArrayList<>();
        for (int i = low; i <= high; i++)
            if (range.except().isEmpty() || value(range.except().get(), instance, bound) != i) indices.add(i);
        return indices;
    }

    /** The values of nested ranges, in order; later ranges may mention earlier indices. */
    static List<Map<String, Integer>> tuples(List<Range> ranges, Instance instance) {
        List<Map<String, Integer>> tuples = List.of(Map.of());
        for (Range range : ranges) {
            List<Map<String, Integer>> longer = new ArrayList<>();
            for (Map<String, Integer> tuple : tuples)
                for (int index : range(range, instance, tuple)) {
                    Map<String, Integer> next = new java.util.LinkedHashMap<>(tuple);
                    next.put(range.index(), index);
                    longer.add(next);
                }
            tuples = longer;
        }
        return tuples;
    }
}
