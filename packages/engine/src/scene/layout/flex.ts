/**
 * Flexbox for boxes of known size, through yoga. Components say how their blocks stand to each other;
 * coordinates come out. All lengths are px of the frame.
 */
import Yoga, { Align, Edge, FlexDirection, Gutter, Justify, type Node, Wrap } from 'yoga-layout';
import type { Box } from '../scene.ts';

export interface FlexNode {
  /** Boxes are returned under this id; nodes without one only arrange. */
  id?: string;
  width?: number;
  height?: number;
  direction?: 'row' | 'column';
  justify?: 'start' | 'centre' | 'end' | 'between' | 'around' | 'evenly';
  align?: 'start' | 'centre' | 'end' | 'stretch';
  gap?: number;
  padding?: number | { x: number; y: number };
  grow?: number;
  wrap?: boolean;
  children?: FlexNode[];
}

const JUSTIFY = {
  start: Justify.FlexStart,
  centre: Justify.Center,
  end: Justify.FlexEnd,
  between: Justify.SpaceBetween,
  around: Justify.SpaceAround,
  evenly: Justify.SpaceEvenly,
} as const;

const ALIGN = {
  start: Align.FlexStart,
  centre: Align.Center,
  end: Align.FlexEnd,
  stretch: Align.Stretch,
} as const;

/** Arranges a tree of nodes in an area and returns the box of each node that has an id, in frame px. */
export function flex(area: Box, root: FlexNode): Record<string, Box> {
  const boxes: Record<string, Box> = {};
  const node = build({ width: area.width, height: area.height, ...root });
  try {
    node.calculateLayout(area.width, area.height);
    read(root, node, area.x, area.y, boxes);
  } finally {
    node.freeRecursive();
  }
  return boxes;
}

function build(spec: FlexNode): Node {
  const node = Yoga.Node.create();
  if (spec.width !== undefined) node.setWidth(spec.width);
  if (spec.height !== undefined) node.setHeight(spec.height);
  node.setFlexDirection(spec.direction === 'row' ? FlexDirection.Row : FlexDirection.Column);
  node.setJustifyContent(JUSTIFY[spec.justify ?? 'start']);
  node.setAlignItems(ALIGN[spec.align ?? 'start']);
  if (spec.gap !== undefined) node.setGap(Gutter.All, spec.gap);
  if (spec.wrap) node.setFlexWrap(Wrap.Wrap);
  if (spec.grow !== undefined) {
    node.setFlexGrow(spec.grow);
    node.setFlexShrink(1);
    node.setFlexBasis(0);
  } else {
    node.setFlexShrink(0);
  }
  if (typeof spec.padding === 'number') node.setPadding(Edge.All, spec.padding);
  else if (spec.padding) {
    node.setPadding(Edge.Horizontal, spec.padding.x);
    node.setPadding(Edge.Vertical, spec.padding.y);
  }
  spec.children?.forEach((child, index) => {
    node.insertChild(build(child), index);
  });
  return node;
}

function read(spec: FlexNode, node: Node, x: number, y: number, boxes: Record<string, Box>): void {
  const left = x + node.getComputedLeft();
  const top = y + node.getComputedTop();
  if (spec.id !== undefined) {
    boxes[spec.id] = { x: left, y: top, width: node.getComputedWidth(), height: node.getComputedHeight() };
  }
  spec.children?.forEach((child, index) => {
    read(child, node.getChild(index), left, top, boxes);
  });
}
