package tenet.numeric.graph.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A run of a network over any numbers. */
final class Forward<E> {
    /** The numbers. */
    interface Numbers<E> {
        E scale(long weight, E a);

        E add(E a, E b);

        E multiply(E a, E b);
    }

    private final ProductNetwork network;
    private final List<List<Integer>> sources;
    private final Numbers<E> numbers;

    Forward(ProductNetwork network, Numbers<E> numbers) {
        this.network = network;
        this.sources = network.sources();
        this.numbers = numbers;
    }

    /** @param inputs the features of each vertex. @param target the vertex of a vertex prediction, else the graph predicts */
    E output(List<List<E>> inputs, OptionalInt target) {
        List<List<E>> states = inputs;
        for (List<List<Long>> layer : network.layers()) {
            List<List<E>> messages = states.stream().map(state -> layer.stream().map(row -> combine(row, state)).toList()).toList();
            List<List<E>> next = new ArrayList<>();
            for (List<Integer> from : sources) next.add(product(from.stream().map(messages::get).toList()));
            states = next;
        }
        return combine(network.output(), target.isPresent() ? states.get(target.getAsInt()) : product(states));
    }

    private E combine(List<Long> weights, List<E> values) {
        E sum = numbers.scale(weights.getFirst(), values.getFirst());
        for (int i = 1; i < values.size(); i++) sum = numbers.add(sum, numbers.scale(weights.get(i), values.get(i)));
        return sum;
    }

    private List<E> product(List<List<E>> vectors) {
        List<E> product = vectors.getFirst();
        for (List<E> vector : vectors.subList(1, vectors.size())) {
            List<E> next = new ArrayList<>();
            for (int i = 0; i < vector.size(); i++) next.add(numbers.multiply(product.get(i), vector.get(i)));
            product = next;
        }
        return product;
    }
}
