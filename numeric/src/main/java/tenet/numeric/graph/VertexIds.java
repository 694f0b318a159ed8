package tenet.numeric.graph;

import java.util.Arrays;
import java.util.OptionalInt;

/** What the vertices 0..n-1 of a graph are called outside. A smaller vertex has a smaller id. */
public sealed interface VertexIds {
    /** The number of vertices. */
    int size();

    /** The id of a vertex in 0..size()-1. */
    long id(int vertex);

    /** The vertex of an id. */
    OptionalInt vertex(long id);

    /** The ids first, first + 1, ..., first + size - 1. */
    record Range(long first, int size) implements VertexIds {
        public Range {
            if (size < 0) throw new IllegalArgumentException("a size of " + size);
        }

        @Override
        public long id(int vertex) {
            return first + vertex;
        }

        @Override
        public OptionalInt vertex(long id) {
            return id >= first && id - first < size ? OptionalInt.of((int) (id - first)) : OptionalInt.empty();
        }
    }

    /** Any ids. */
    final class Listed implements VertexIds {
        private final long[] ids;

        /** @param ids increasing */
        public Listed(long[] ids) {
            for (int i = 1; i < ids.length; i++)
                if (ids[i - 1] >= ids[i]) throw new IllegalArgumentException("ids must increase: " + ids[i - 1] + ", " + ids[i]);
            this.ids = ids.clone();
        }

        @Override
        public int size() {
            return ids.length;
        }

        @Override
        public long id(int vertex) {
            return ids[vertex];
        }

        @Override
        public OptionalInt vertex(long id) {
            int at = Arrays.binarySearch(ids, id);
            return at >= 0 ? OptionalInt.of(at) : OptionalInt.empty();
        }
    }
}
