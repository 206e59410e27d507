//! Who worked with whom, in a form that can be walked fast.

use crate::edition::entries::Edition;

/// Who worked with whom: for everybody the numbers of the others.
#[derive(Debug, Default)]
pub struct Graph {
    starts: Vec<usize>,
    neighbours: Vec<u32>,
}

impl Graph {
    /// A graph from everybody's neighbours, in the order of their numbers.
    pub fn new<N: IntoIterator<Item = usize>>(people: impl IntoIterator<Item = N>) -> Self {
        let mut graph = Self { starts: vec![0], neighbours: Vec::new() };
        for neighbours in people {
            let numbers = neighbours
                .into_iter()
                .map(|other| u32::try_from(other).expect("people fit 32 bits"));
            graph.neighbours.extend(numbers);
            graph.starts.push(graph.neighbours.len());
        }
        graph
    }

    /// The graph of shared projects.
    pub(super) fn of(edition: &Edition) -> Self {
        let people = edition.experts.iter();
        Self::new(
            people.map(|expert| expert.collaborators.iter().map(|other| other.expert.index())),
        )
    }

    fn people(&self) -> usize {
        self.starts.len() - 1
    }

    fn neighbours(&self, who: u32) -> &[u32] {
        let who = who as usize;
        &self.neighbours[self.starts[who]..self.starts[who + 1]]
    }
}

/// Walks a graph outwards from a person, ring by ring; used for many walks, one after the other.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    graph: &'a Graph,
    /// In which walk everybody was met last.
    met: Vec<u32>,
    round: u32,
    ring: Vec<u32>,
    next: Vec<u32>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(graph: &'a Graph) -> Self {
        Self { graph, met: vec![0; graph.people()], round: 0, ring: Vec::new(), next: Vec::new() }
    }

    /// Visits everybody within `radius` steps of `from`, the nearest first: who, how far, and by
    /// whom we came there.
    pub(super) fn within(
        &mut self,
        from: usize,
        radius: u32,
        mut visit: impl FnMut(usize, u32, usize),
    ) {
        self.round += 1;
        self.ring.clear();
        self.ring.push(u32::try_from(from).expect("people fit 32 bits"));
        self.met[from] = self.round;
        visit(from, 0, from);
        for steps in 1..=radius {
            self.next.clear();
            for who in &self.ring {
                for other in self.graph.neighbours(*who) {
                    let met = &mut self.met[*other as usize];
                    if *met != self.round {
                        *met = self.round;
                        self.next.push(*other);
                        visit(*other as usize, steps, *who as usize);
                    }
                }
            }
            std::mem::swap(&mut self.ring, &mut self.next);
        }
    }
}
