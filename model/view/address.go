package view

import (
	"math"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// private are the addresses that the internet does not route, from IANA's
// registries of special-purpose addresses.
//
// https://www.iana.org/assignments/iana-ipv4-special-registry
// https://www.iana.org/assignments/iana-ipv6-special-registry
var private = [...]netip.Prefix{
	block(8, 0), block(8, 10), block(10, 100, 64), block(8, 127), block(16, 169, 254), block(12, 172, 16),
	block(24, 192, 0, 0), block(24, 192, 0, 2), block(16, 192, 168), block(15, 198, 18), block(24, 198, 51, 100),
	block(24, 203, 0, 113), block(4, 224), block(4, 240),
	netip.PrefixFrom(netip.AddrFrom16([16]byte{0x20, 0x01, 0x0d, 0xb8}), 32),
}

// block is an IPv4 range by its first numbers.
func block(bits int, numbers ...byte) netip.Prefix {
	var b [4]byte
	copy(b[:], numbers)
	return netip.PrefixFrom(netip.AddrFrom4(b), bits)
}

// global is the part of IPv6 from which public addresses are given out.
var global = netip.PrefixFrom(netip.AddrFrom16([16]byte{0x20}), 3)

// parseRange reads a CIDR as leniently as any API might: spaces, leading zeros,
// host bits. A bare address is a range of one.
func parseRange(s string) (netip.Prefix, bool) {
	host, bits, sized := strings.Cut(strings.TrimSpace(s), "/")
	addr, err := netip.ParseAddr(trimZeros(strings.TrimSpace(host)))
	if err != nil || addr.Zone() != "" {
		return netip.Prefix{}, false
	}
	size := addr.BitLen()
	if sized {
		if size, err = strconv.Atoi(strings.TrimSpace(bits)); err != nil {
			return netip.Prefix{}, false
		}
	}
	p, err := addr.Prefix(size)
	return p, err == nil
}

// trimZeros drops the leading zeros of an IPv4 address's numbers.
func trimZeros(host string) string {
	if strings.Contains(host, ":") || !hasLeadingZero(host) {
		return host
	}
	octets := strings.Split(host, ".")
	for i, o := range octets {
		if short := strings.TrimLeft(o, "0"); short != "" {
			octets[i] = short
		} else if o != "" {
			octets[i] = "0"
		}
	}
	return strings.Join(octets, ".")
}

// hasLeadingZero tells whether a number of an address begins with a zero and goes on.
func hasLeadingZero(host string) bool {
	for i := 0; i+1 < len(host); i++ {
		if host[i] == '0' && host[i+1] != '.' && (i == 0 || host[i-1] == '.') {
			return true
		}
	}
	return false
}

func anywhere(s string) model.Truth {
	if _, bits, sized := strings.Cut(s, "/"); sized && strings.TrimSpace(bits) == "0" {
		return model.Yes // whatever stands before it, and also if nothing does
	}
	p, ok := parseRange(s)
	return model.Is(ok && (p.Bits() == 0 || contains(p, global)))
}

// couldBeAnywhere answers for a string of which only the start is known: any
// digit but 0 before the end rules out a range that begins at zero.
func couldBeAnywhere(start string) model.Truth {
	if strings.Trim(start, "0.:/ ") == "" {
		return model.Maybe
	}
	return model.No
}

// bounded tells that a range of which not all is known is not that of all addresses:
// it is a part by its size, or the range of a VPC or a subnet, which has some bits.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
func bounded(v model.Value) bool {
	if v.State != model.Unknown || len(v.Why.Alternatives) > 0 {
		return false
	}
	if size, ok := strings.CutPrefix(v.Why.Suffix, "/"); ok {
		bits, err := strconv.Atoi(size)
		return err == nil && bits > 0
	}
	address := strings.TrimPrefix(afterModules(v.Why.Key[strings.LastIndexByte(v.Why.Key, '|')+1:]), "data.")
	switch typ, _, _ := strings.Cut(address, "."); typ {
	case "aws_vpc", "aws_default_vpc", "aws_subnet", "aws_default_subnet":
		attribute := address[strings.LastIndexByte(address, '.')+1:]
		return attribute == "cidr_block" || attribute == "ipv6_cidr_block"
	}
	return false
}

func public(s string) model.Truth {
	p, ok := parseRange(s)
	return max(anywhere(s), model.Is(ok && routed(p)))
}

// routed tells whether a range holds an address of the internet.
func routed(p netip.Prefix) bool {
	return !inside(p) && (p.Addr().Is4() || p.Overlaps(global))
}

// couldBePublic answers by the numbers of an IPv4 address that are complete.
// The length is not known, but no shorter one than the address fits it.
func couldBePublic(start string) model.Truth {
	octets := strings.Split(strings.TrimSpace(start), ".")
	octets = octets[:len(octets)-1]
	if len(octets) == 0 || len(octets) > 3 {
		return model.Maybe
	}
	padded := slices.Concat(octets, []string{"0", "0", "0"})[:4]
	p, ok := parseRange(strings.Join(padded, ".") + "/" + strconv.Itoa(8*len(octets)))
	if ok && inside(p) && octets[0] != "0" {
		return model.No
	}
	return model.Maybe
}

// inside tells whether a range lies wholly within one of the private ones.
func inside(p netip.Prefix) bool {
	for _, outer := range private {
		if contains(outer, p) {
			return true
		}
	}
	return false
}

func contains(outer, inner netip.Prefix) bool {
	return outer.Bits() <= inner.Bits() && outer.Contains(inner.Addr())
}

// covers tells whether ranges of one family hold all of its public addresses.
func covers(ranges []netip.Prefix) bool {
	if share(ranges) < 0.1 { // the public part of either family is more
		return false
	}
	v4 := ranges[0].Addr().Is4()
	next, end := global.Addr(), global
	if v4 {
		next, end = netip.IPv4Unspecified(), netip.PrefixFrom(netip.IPv4Unspecified(), 0)
	}
	for _, p := range private {
		if p.Addr().Is4() == v4 {
			ranges = append(ranges[:len(ranges):len(ranges)], p)
		}
	}
	slices.SortFunc(ranges, func(a, b netip.Prefix) int { return a.Addr().Compare(b.Addr()) })
	for _, p := range ranges {
		if next.Less(p.Addr()) {
			return false
		}
		if after := last(p).Next(); !after.IsValid() || !end.Contains(after) && end.Overlaps(p) {
			return true
		} else if next.Less(after) {
			next = after
		}
	}
	return false
}

// share is how much of all addresses the ranges hold together, at most.
func share(ranges []netip.Prefix) float64 {
	sum := 0.0
	for _, p := range ranges {
		sum += math.Ldexp(1, -p.Bits())
	}
	return sum
}

// last is the highest address of a range.
func last(p netip.Prefix) netip.Addr {
	bytes := p.Addr().AsSlice()
	for i := p.Bits(); i < len(bytes)*8; i++ {
		bytes[i/8] |= 1 << (7 - i%8)
	}
	addr, _ := netip.AddrFromSlice(bytes)
	return addr
}
