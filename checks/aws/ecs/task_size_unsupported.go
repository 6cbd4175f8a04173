package ecs

import (
	"strconv"

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
	References: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_ecs_task_definition", Do: unsupportedSize},
}

// sizes are the pairs of CPU units and MiB of memory that Fargate offers: Least to Most in
// steps.
var sizes = [...]struct {
	cpu               string
	least, most, step int
}{
	{"256", 512, 2048, 512}, {"512", 1024, 4096, 1024}, {"1024", 2048, 8192, 1024}, {"2048", 4096, 16384, 1024},
	{"4096", 8192, 30720, 1024}, {"8192", 16384, 61440, 4096}, {"16384", 32768, 122880, 8192},
}

func unsupportedSize(p *checks.Pass, r *model.Resource) {
	cpu, memory := r.At("cpu"), r.At("memory")
	if cpu.State == model.Absent || memory.State == model.Absent {
		return
	}
	offered := model.No
	for _, size := range sizes {
		fits := memory.Satisfies(func(s string) bool {
			n, err := strconv.Atoi(s)
			return err == nil && n >= size.least && n <= size.most && n%size.step == 0 && (size.cpu != "256" || n != 1536)
		})
		offered = max(offered, min(cpu.Is(size.cpu), fits))
	}
	fargate := r.At("requires_compatibilities").Contains("FARGATE")
	p.Forbid(min(fargate, model.Not(offered)), memory, "Fargate has no task with cpu %v and memory %v", cpu, memory)
}
