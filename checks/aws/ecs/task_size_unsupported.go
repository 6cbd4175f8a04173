package ecs

import (
	"math"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TaskSizeUnsupported = &checks.Check{
	Title:    "Fargate has no task of this size",
	Severity: checks.Low,
	Why:      "The task definition is refused, at the latest when the next release is due.",
	Fix: checks.Fix{
		Terraform:      `Set "cpu" and "memory" to a pair that Fargate offers.`,
		CloudFormation: `Set "Cpu" and "Memory" to a pair that Fargate offers.`,
		Live:           "Register a revision with a pair that Fargate offers.",
	},
	Aliases: checks.Aliases{
		KICS: "f4c9b5f5-68b8-491f-9e48-4f96644a1d51",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_ecs_task_definition", Do: unsupportedSize},
}

// sizes are the pairs of CPU units and MiB of memory that Fargate offers: Least to Most in
// steps.
var sizes = [...]struct {
	cpu, least, most, step int
}{
	{256, 512, 2048, 512}, {512, 1024, 4096, 1024}, {1024, 2048, 8192, 1024}, {2048, 4096, 16384, 1024},
	{4096, 8192, 30720, 1024}, {8192, 16384, 61440, 4096}, {16384, 32768, 122880, 8192},
}

func unsupportedSize(p *checks.Pass, r *model.Resource) {
	fargate := r.At("requires_compatibilities").Contains("FARGATE")
	cpu, memory := r.At("cpu"), r.At("memory")
	for _, v := range [...]model.Value{cpu, memory} {
		if v.State == model.Absent {
			p.Forbid(fargate, v, "%s is not set", v.Origin.Name)
			return
		}
	}
	offered := model.No
	for _, size := range sizes {
		powers := cpu.Satisfies(func(s string) bool { return amount(s, "vcpu") == size.cpu })
		fits := memory.Satisfies(func(s string) bool {
			n := amount(s, "gb")
			return n >= size.least && n <= size.most && n%size.step == 0 && (size.cpu != 256 || n != 1536)
		})
		offered = max(offered, min(powers, fits))
	}
	p.Forbid(min(fargate, model.Not(offered)), memory, "Fargate has no task with cpu %v and memory %v", cpu, memory)
}

// amount is what a text says in CPU units or MiB, or in the unit that 1024 of them make:
// "1 vCPU", ".5 GB". It is 0 if the text is neither.
func amount(text, unit string) int {
	number, large := strings.CutSuffix(strings.ToLower(text), unit)
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if large {
		n *= 1024
	}
	if err != nil || n != math.Trunc(n) || n < 1 || n > math.MaxInt32 {
		return 0
	}
	return int(n)
}
