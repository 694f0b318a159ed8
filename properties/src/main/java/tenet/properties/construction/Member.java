package tenet.properties.construction;

import java.util.List;

/** A declared symbol, or the member of a family at these indices. */
public record Member(String name, List<Integer> indices) {
    public Member {
        indices = List.copyOf(indices);
    }

    @Override
    public String toString() {
        return indices.isEmpty() ? name : name + indices.toString().replace(" ", "");
    }

    /** One entry of the value of a member, counted from 0, last index fastest. */
    public record Entry(Member member, int position) {
    }
}
