using System.Text;
using CodexAura.Engine.Analysis;

namespace CodexAura.Engine.Tests.Analysis;

public sealed class HeapPagesTests
{
    private const string Maps = """
        55d0c0a00000-55d0c0a10000 r--p 00000000 08:01 123 /usr/bin/x
        7f0000000000-7f0000400000 rw-p 00000000 00:00 0
        7f0000400000-7f0000800000 ---p 00000000 00:00 0
        7F0000800000-7f0040000000 rw-p 00000000 00:00 0
        7f0040000000-7f0040001000 r-xp 00000000 08:01 9 /lib/x.so
        7f0040001000-7f0040002000 rw-p 00000000 00:00 0
        7ffd00000000-7ffd00021000 rw-p 00000000 00:00 0 [stack]
        """;

    [Theory]
    [InlineData(0x7f0000000010UL, 0x7f0000000000UL, 0x7f0040000000UL)]
    [InlineData(0x7f003fffffffUL, 0x7f0000000000UL, 0x7f0040000000UL)]
    [InlineData(0x7f0040001010UL, 0x7f0040001000UL, 0x7f0040002000UL)]
    public void The_range_is_what_is_mapped_around_the_address_without_a_gap(ulong address, ulong start, ulong end) =>
        Assert.Equal(((nuint)start, (nuint)end), HeapPages.FindAround((nuint)address, Encoding.ASCII.GetBytes(Maps)));

    [Theory]
    [InlineData(0x1000UL)]
    [InlineData(0x55d0c0a00010UL)]
    [InlineData(0x7f0040000010UL)]
    [InlineData(0x7ffd00000010UL)]
    [InlineData(0xffffffffffffUL)]
    public void Addresses_that_are_not_mapped_or_of_a_file_have_none(ulong address) =>
        Assert.Null(HeapPages.FindAround((nuint)address, Encoding.ASCII.GetBytes(Maps)));
}
