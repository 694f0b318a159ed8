package tenet.reports.model;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Verdict;

/**
 * What rests on what, as the certificates have it: an edge leads from what is cited to what cites it. Refuted variants
 * are left out, since nothing rests on them and they rest on nothing.
 */
public record DependencyGraph(List<Node> nodes, List<Edge> edges) {
    public DependencyGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * @param kind    empty for a theorem that is cited and not in the report
     * @param verdict empty for what is not in the report
     * @param slug    of its page, when it has one
     */
    public record Node(String id, Optional<Claim.Kind> kind, Optional<Verdict> verdict, Optional<String> slug) {
        public boolean isLemma() {
            return kind.filter(each -> each == Claim.Kind.LEMMA).isPresent();
        }
    }

    public record Edge(String from, String to) {
    }
}
